/** Many feeds into one order: numbers, ticks, sessions, back-pressure and gaps. */
@org.jspecify.annotations.NullMarked
package io.truetape.engine.sequence;
