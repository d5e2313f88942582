/**
 * In: stock prints in event-time order, stock quotes, carried baselines, the watermark, sessions. Out:
 * each off-exchange print with its class and location, what groups of them suggest, and price zones
 * they repeat at.
 *
 * <p>State: the latest quotes, a sketch of off-exchange print sizes, prints waiting for their
 * follow-up, the last minute's prints at each side, price zones; all of it is of one session. Rules:
 * {@link io.truetape.pipeline.dark.DarkRules}. Limits: 1,024 quotes, 16 prints waiting (the oldest
 * is given up), 256 prints per side and minute (the oldest leaves early), 32 zones (the weakest
 * goes), 64 log positions of evidence per inference. Method: docs/methods/dark.md.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.pipeline.dark;
