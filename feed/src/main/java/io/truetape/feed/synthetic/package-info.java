/**
 * A seeded market that never was: the demonstration, the load test and the answer key.
 *
 * <p>In: a {@link io.truetape.feed.synthetic.SyntheticPlan}. Out: source events, the same bytes for
 * the same plan; labels of what was acted go to a side file only. State: {@code market} and {@code
 * scenario}, both pure; only {@code SyntheticFeed} knows a clock and only {@code SyntheticLabels} a
 * file. Method: docs/feeds/synthetic.md.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.feed.synthetic;
