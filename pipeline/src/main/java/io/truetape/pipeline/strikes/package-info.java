/**
 * In: finished prints, amendments, listings, open interest, stock quotes and index levels, the
 * watermark, sessions, the operator's hot zone. Out: the board of strikes around the money, the
 * flow of each minute, the heat map of each minute.
 *
 * <p>State: listed strikes by expiry, the nearest expiry's flow by strike, the forming minute and
 * the last 64, the sides of the latest prints; flow is of one session. Rules:
 * {@link io.truetape.pipeline.strikes.StrikesRules}. Limits: 256 heat cells a minute (the rest is
 * summed and said), 65,536 prints whose side an amendment can take back (later only premium and
 * volume are), 64 minutes that can be revised. Method: docs/methods/strikes.md, docs/methods/tide.md.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.pipeline.strikes;
