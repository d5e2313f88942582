/** What happened to our own orders and positions. Kept apart from prints on the tape. */
@org.jspecify.annotations.NullMarked
package io.truetape.model.event.trade;
