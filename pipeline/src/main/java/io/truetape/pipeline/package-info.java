/**
 * What does it mean? A list of rooms, read top to bottom in {@link io.truetape.pipeline.StandardPipeline}.
 * One lane of rooms per underlying; no clock, no I/O, no randomness.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.pipeline;
