/**
 * Everything that can happen, as one sealed family. Start at {@link
 * io.truetape.model.event.Event}.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.model.event;
