/** What earlier sessions of a symbol looked like, small enough to travel from log to log. */
@org.jspecify.annotations.NullMarked
package io.truetape.model.baseline;
