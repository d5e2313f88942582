/** Checks of the server over real loopback connections and a real store. */
@org.jspecify.annotations.NullMarked
package io.truetape.server;
