/** What steers a run: time, sessions, rules, operator commands. Written by the sequencer. */
@org.jspecify.annotations.NullMarked
package io.truetape.model.event.control;
