/**
 * The door for people and programs: REST, event streams and the page, on a loopback address.
 *
 * <p>In: ports of the store, health and rules; finished events through {@code LiveHub}. Out: HTTP.
 * Limits are in {@code ServerPlan}. Formats: docs/formats/api.md.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.server;
