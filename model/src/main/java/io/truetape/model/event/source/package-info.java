/**
 * What the outside world told us: prints, quotes, listings, open interest, news. Facts as
 * received.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.model.event.source;
