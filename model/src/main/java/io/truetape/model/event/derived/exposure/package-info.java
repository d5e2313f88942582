/** Conclusions about dealers' exposure. Every number names its sign model. */
@org.jspecify.annotations.NullMarked
package io.truetape.model.event.derived.exposure;
