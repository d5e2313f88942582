/**
 * In: quoted prints. Out: each with the probability that it was bought, the rule that said so and
 * how often that rule is right.
 *
 * <p>State: the last two different prices of each contract, for the tick test. Rules:
 * {@link io.truetape.pipeline.side.SideRules}. Limits: one record per listed contract. Method:
 * docs/methods/side.md.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.pipeline.side;
