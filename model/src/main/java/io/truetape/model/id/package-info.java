/** Stable names of things that outlive one run. */
@org.jspecify.annotations.NullMarked
package io.truetape.model.id;
