/** Tests of the cboe files against recordings and made-up bytes. */
@org.jspecify.annotations.NullMarked
package io.truetape.feed.cboe;
