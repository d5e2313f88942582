/**
 * Bytes: how events and states are written, by hand, versioned, little-endian. Format:
 * docs/formats/log.md.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.engine.wire;
