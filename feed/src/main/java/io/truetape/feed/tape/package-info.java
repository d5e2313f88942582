/**
 * Tape files: the text form of an event stream, read as a feed.
 *
 * <p>In: lines of docs/formats/tape.md. Out: the source events they say; {@code Rejected} with the
 * line number for a line that says nothing valid. State: the current day and feed of the file.
 * Limits: a line of at most 1,048,576 characters.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.feed.tape;
