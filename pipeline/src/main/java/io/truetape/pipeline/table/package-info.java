/**
 * Bounded tables of primitives shared by the rooms: ordered, growable to a stated limit, and able
 * to write themselves to a snapshot.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.pipeline.table;
