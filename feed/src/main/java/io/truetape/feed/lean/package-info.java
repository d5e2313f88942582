/**
 * LEAN minute and second bars in zip files, and daily option universes in CSV.
 *
 * <p>In: zip entries named as docs/feeds/lean.md lists, prices in ten-thousandths. Out: one print
 * or quote per bar at its last nanosecond, index values, open interest, chain rows. State: one
 * cursor per zip entry. Limits: 1 GiB of decompressed text per zip, 100,000 entries.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.feed.lean;
