package io.truetape.engine.wire;

/// Bytes do not hold what they should: corrupt, or written by a build this one does not know.
public final class WireFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WireFault(String message) {
    super(message);
  }
}
