/** What would have happened? Scores and comparisons over recorded sessions. */
@org.jspecify.annotations.NullMarked
package io.truetape.replay;
