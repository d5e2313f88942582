/** Option flow by strike, by minute, and by strike and expiry. */
@org.jspecify.annotations.NullMarked
package io.truetape.model.event.derived.strikes;
