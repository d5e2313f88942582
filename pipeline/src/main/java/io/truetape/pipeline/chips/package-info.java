/**
 * In: measured prints, calendar entries, trading halts. Out: each print with its chips.
 *
 * <p>State: what is scheduled for the symbol and whether it is halted. Rules:
 * {@link io.truetape.pipeline.chips.ChipRules}. Limits: 256 calendar entries per symbol (the oldest
 * goes). The one evaluator for writing, querying, alerts and shadow runs. Method:
 * docs/methods/chips.md.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.pipeline.chips;
