/** Off-exchange prints, what is inferred from them, and the price zones they repeat at. */
@org.jspecify.annotations.NullMarked
package io.truetape.model.event.derived.dark;
