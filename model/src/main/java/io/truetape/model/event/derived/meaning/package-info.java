/** What packets and structures may mean: profiles, classifiers, alerts. Inferred, with the reasons. */
@org.jspecify.annotations.NullMarked
package io.truetape.model.event.derived.meaning;
