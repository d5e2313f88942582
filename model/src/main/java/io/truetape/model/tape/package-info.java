/** The tape: one line of text per event, readable by people and by tests, both ways. */
@org.jspecify.annotations.NullMarked
package io.truetape.model.tape;
