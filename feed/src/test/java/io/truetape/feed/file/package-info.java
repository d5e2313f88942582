/** Tests of what all recorded files share. */
@org.jspecify.annotations.NullMarked
package io.truetape.feed.file;
