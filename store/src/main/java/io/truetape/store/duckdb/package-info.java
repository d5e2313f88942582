/**
 * The store on DuckDB: one file, one connection owner, one writer.
 *
 * <p>In: derived events. Out: rows of docs/formats/lake.md. State: `store.duckdb` and the two
 * batches of the writer. Limits: 122,880 rows per batch; a full batch makes the caller wait.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.store.duckdb;
