/**
 * Labelled behaviour: who does what, as bursts of prints with all their legs. Pure.
 *
 * <p>In: the chains of the market and a schedule. Out: prints and quotes through the market's own
 * makers; one {@link io.truetape.feed.synthetic.scenario.Label} per run to a sink that is not part
 * of the event stream. State: a shuffled deck of scenarios. Method: docs/feeds/synthetic.md.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.feed.synthetic.scenario;
