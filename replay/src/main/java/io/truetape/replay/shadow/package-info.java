/** Two rule sets over the same sessions: what each says that the other does not, and why. */
@org.jspecify.annotations.NullMarked
package io.truetape.replay.shadow;
