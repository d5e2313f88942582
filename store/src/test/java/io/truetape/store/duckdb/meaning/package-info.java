/** Tests of the kept conclusions. */
package io.truetape.store.duckdb.meaning;
