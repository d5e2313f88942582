/** Checks of the parquet store. */
@org.jspecify.annotations.NullMarked
package io.truetape.store.parquet;
