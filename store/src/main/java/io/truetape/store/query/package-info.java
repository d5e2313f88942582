/**
 * Ports of what is kept: prints, candles, sessions, presets, exports.
 *
 * <p>In: filters and positions. Out: stored facts. The only package of this module that a server or
 * a publisher may see. Limits: a page holds at most 1,000 prints.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.store.query;
