/** What packets and structures may mean: profiles, classifiers, alerts. Inferred, with reasons. */
@org.jspecify.annotations.NullMarked
package io.truetape.model.event.derived.meaning;
