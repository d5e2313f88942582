/** Tests of the databento files against recordings and made-up bytes. */
@org.jspecify.annotations.NullMarked
package io.truetape.feed.databento;
