/**
 * ThetaData option history with the quote before each trade: CSV or NDJSON of the v3 terminal, CSV
 * of the v2 terminal.
 *
 * <p>In: rows in New York time, or instants with a zone. Out: prints with the NBBO before them.
 * State: contracts met. Limits: those of sorting, see {@code feed.file}.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.feed.thetadata;
