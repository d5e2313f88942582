/**
 * In: stock prints and index levels in event-time order, the watermark. Out: closed candles of 1 s to
 * 1 day, and revised ones when a late print changes them.
 *
 * <p>State: one forming candle and the last eight closed ones per interval. Limits: those; a print
 * later than that is counted in the day candle only. Method: docs/methods/candles.md.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.pipeline.candle;
