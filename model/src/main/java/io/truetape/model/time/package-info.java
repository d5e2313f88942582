/** New York time, sessions, holidays and settlement. The only owner of time zones. */
@org.jspecify.annotations.NullMarked
package io.truetape.model.time;
