/** Checks of the duckdb store. */
@org.jspecify.annotations.NullMarked
package io.truetape.store.duckdb;
