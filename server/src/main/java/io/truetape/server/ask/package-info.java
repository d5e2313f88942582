/** What a client may ask: parameters, their catalog, cursors, and how a bad question is refused. */
@org.jspecify.annotations.NullMarked
package io.truetape.server.ask;
