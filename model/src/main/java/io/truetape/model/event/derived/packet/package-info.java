/** Parent events: packets of prints, and structures of legs. Inferred, each with its evidence. */
@org.jspecify.annotations.NullMarked
package io.truetape.model.event.derived.packet;
