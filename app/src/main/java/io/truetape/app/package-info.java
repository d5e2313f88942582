/** Where is the front door? Start at {@link io.truetape.app.Wiring}: what is plugged into what. */
@org.jspecify.annotations.NullMarked
package io.truetape.app;
