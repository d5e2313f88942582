/** Who told us: one room per vendor, each turning that vendor's words into source events. */
@org.jspecify.annotations.NullMarked
package io.truetape.feed;
