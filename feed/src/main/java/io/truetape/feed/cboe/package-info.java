/**
 * Cboe DataShop option trades and option intervals, as CSV, also inside zip, gzip or zstd.
 *
 * <p>In: rows grouped by contract, New York time. Out: prints with the NBBO in them, quotes, index
 * values and stock quotes of the underlying, in time order. State: contracts met, the last
 * underlying quote. Limits: those of sorting, see {@code feed.file}.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.feed.cboe;
