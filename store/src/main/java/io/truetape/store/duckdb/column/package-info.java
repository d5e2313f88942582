/** Rows on their way into DuckDB, column by column, without the cost of its row appender. */
@org.jspecify.annotations.NullMarked
package io.truetape.store.duckdb.column;
