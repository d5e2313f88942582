/** Contracts, roots and the ways vendors spell them. */
@org.jspecify.annotations.NullMarked
package io.truetape.model.symbol;
