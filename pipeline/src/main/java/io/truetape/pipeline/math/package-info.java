/**
 * Numbers the rooms share: the normal distribution, Black's formula and its inverse, American
 * prices. Pure; no state but scratch space that belongs to its owner. Method: docs/methods/greeks.md.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.pipeline.math;
