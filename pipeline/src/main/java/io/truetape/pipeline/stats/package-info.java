/**
 * In: sided prints, open interest, amendments. Out: each print beside what its contract and symbol
 * have done so far, without look-ahead.
 *
 * <p>State: per contract volume, open interest, repeats and a premium sketch; per symbol minute
 * windows and sketches. Rules: {@link io.truetape.pipeline.stats.StatsRules}. Limits: 4,096 repeats
 * per contract (the count saturates), 16 minutes plus the open window, sketches of fixed size.
 * Method: docs/methods/windows.md.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.pipeline.stats;
