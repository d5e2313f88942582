/**
 * The mechanics of the synthetic market: chance, walks, chains, quotes, prints. Pure.
 *
 * <p>In: a seed, a day, listings. Out: source events in exchange-time order through {@link
 * io.truetape.feed.synthetic.market.Wire}. State: one walk and one chain per underlying. Limits:
 * 500 underlyings, about 1,700 contracts each. Method: docs/feeds/synthetic.md.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.feed.synthetic.market;
