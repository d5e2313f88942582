/** What a session leaves behind for later ones. */
@org.jspecify.annotations.NullMarked
package io.truetape.model.event.derived.baseline;
