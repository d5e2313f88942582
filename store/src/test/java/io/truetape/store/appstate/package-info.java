/** Checks of the appstate store. */
@org.jspecify.annotations.NullMarked
package io.truetape.store.appstate;
