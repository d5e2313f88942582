/**
 * The event log: append-only, checksummed, in segments per session. Format:
 * docs/formats/log.md.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.engine.log;
