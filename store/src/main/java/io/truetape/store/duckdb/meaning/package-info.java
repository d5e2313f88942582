/**
 * Conclusions in DuckDB: one table per resource, one typed column per component of its event.
 *
 * <p>In: published conclusions, once each. Out: the same events, every revision of them. Columns
 * follow from {@code store.query.meaning.Layout}; docs/formats/lake.md names them.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.store.duckdb.meaning;
