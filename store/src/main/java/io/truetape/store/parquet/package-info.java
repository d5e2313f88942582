/** The lake: finished days as Parquet files that any tool can read (docs/formats/lake.md). */
@org.jspecify.annotations.NullMarked
package io.truetape.store.parquet;
