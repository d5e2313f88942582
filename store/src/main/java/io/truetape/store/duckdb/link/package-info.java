/** Connections for queries, at most eight at work, and DuckDB's errors in words. */
@org.jspecify.annotations.NullMarked
package io.truetape.store.duckdb.link;
