/**
 * What all recorded files share: opening, decompressing, sorting by time, merging several into one.
 *
 * <p>In: paths and one {@code EventFile} per vendor format. Out: source events in time order; whole
 * files that cannot be read throw {@code FeedFault}. State: one cursor per open file. Limits: a
 * header of 65,536 bytes is looked at to know a format; 200,000 rows are sorted in memory, more go
 * through one temporary file; a text line has at most 1,048,576 characters.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.feed.file;
