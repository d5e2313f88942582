/** How often readings were right, held against labels that are not in the event stream. */
@org.jspecify.annotations.NullMarked
package io.truetape.replay.score;
