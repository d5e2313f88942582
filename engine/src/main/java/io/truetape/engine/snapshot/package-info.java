/** The state of a run on disk, so that a restart reads only the tail of the log. */
@org.jspecify.annotations.NullMarked
package io.truetape.engine.snapshot;
