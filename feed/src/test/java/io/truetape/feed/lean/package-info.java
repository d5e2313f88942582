/** Tests of the lean files against recordings and made-up bytes. */
@org.jspecify.annotations.NullMarked
package io.truetape.feed.lean;
