/** Random prints that both the store's and the server's checks use. */
@org.jspecify.annotations.NullMarked
package io.truetape.store;
