/**
 * Why a conclusion says what it says, as a tree down to the log.
 *
 * <p>In: a typed reference. Out: typed nodes, each reported, measured or inferred, with its seq.
 * Limits: depth 6, 12 children of a list, 800 nodes; what is cut is counted.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.server.explain;
