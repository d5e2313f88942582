/** Conclusions about volatility and greeks. */
@org.jspecify.annotations.NullMarked
package io.truetape.model.event.derived.greeks;
