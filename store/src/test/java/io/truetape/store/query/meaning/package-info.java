/** Tests of the columns of conclusions. */
package io.truetape.store.query.meaning;
