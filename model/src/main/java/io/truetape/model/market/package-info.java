/** The vocabulary of the tape: venues, sale conditions, sides, locations, chips. */
@org.jspecify.annotations.NullMarked
package io.truetape.model.market;
