/**
 * In: windowed prints. Out: each with its numbers as of print time: premium, days to expiry, percent
 * out of the money, volume over open interest, leaning, sigScore.
 *
 * <p>State: one sketch of raw scores per half hour of the session. Rules:
 * {@link io.truetape.pipeline.metrics.MetricsRules}. Limits: 48 sketches of fixed size. Method:
 * docs/methods/sigscore.md.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.pipeline.metrics;
