/**
 * In: sided prints, open interest, amendments, stock prints (their volume), carried baselines, the
 * watermark, sessions. Out: each print beside what its contract and symbol have done so far, without
 * look-ahead; at the close, what the session was.
 *
 * <p>State: per contract volume, open interest, repeats and a premium sketch; per symbol minute
 * windows, sketches, and the sums of earlier sessions, frozen while a session runs. Rules:
 * {@link io.truetape.pipeline.stats.StatsRules}. Limits: 4,096 repeats per contract (the count
 * saturates), 1,440 minutes, sketches of fixed size, twenty earlier sessions (older ones fade), 512
 * contracts in a summary. Method: docs/methods/windows.md.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.pipeline.stats;
