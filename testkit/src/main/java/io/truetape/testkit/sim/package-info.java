/**
 * Vendors on loopback: servers that speak the real protocol and misbehave when told to.
 *
 * <p>In: records to publish, faults to play. Out: what a vendor would send. State: what was published so far. Limits: loopback only;
 * every wait bounded; threads end with {@code close}.
 */
@NullMarked
package io.truetape.testkit.sim;

import org.jspecify.annotations.NullMarked;
