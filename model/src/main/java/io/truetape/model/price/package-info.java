/** Money and prices: exact arithmetic on micro-dollars in a long. */
@org.jspecify.annotations.NullMarked
package io.truetape.model.price;
