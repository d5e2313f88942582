/**
 * Live rows to many clients, none of which can slow another or the caller.
 *
 * <p>In: finished events. State: a ring of 65,536 events, one bounded outbox per client. Out:
 * WebSocket frames and server-sent events. At a limit the oldest rows of that client are dropped
 * and named in a gap message.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.server.stream;
