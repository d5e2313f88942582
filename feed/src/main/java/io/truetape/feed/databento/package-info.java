/**
 * Databento DBN files, versions 1 to 3, raw or zstd, with or without the metadata header.
 *
 * <p>In: records of docs/feeds/databento.md. Out: option and stock prints and quotes, open interest,
 * halts, imbalances; {@code Rejected} for a record that means nothing. State: instruments by
 * number and day, open interest already told. Limits: metadata of 256 MiB; an unknown instrument
 * of an option feed is rejected, of any other it is kept as {@code #number}. Pure but for
 * {@code DbnFile} and {@code DbnSource}.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.feed.databento;
