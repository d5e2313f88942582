/**
 * What every live vendor feed shares: keeping a connection, and knowing what was missed.
 *
 * <p>In: a vendor's connections. Out: source events, feed states and gaps into the intake; raw frames into an archive; what could
 * not be read into a dead-letter file. State: where the vendor's time has come. Limits: one connection at a time, waits between
 * attempts bounded, archive and dead letters bounded by size and age. Page: docs/feeds/README.md.
 */
@NullMarked
package io.truetape.feed.live;

import org.jspecify.annotations.NullMarked;
