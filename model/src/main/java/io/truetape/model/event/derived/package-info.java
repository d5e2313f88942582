/** What the pipeline concluded. Recomputed on every replay, never read back as input. */
@org.jspecify.annotations.NullMarked
package io.truetape.model.event.derived;
