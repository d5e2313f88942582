package io.truetape.engine.log;

/// The log cannot be written or cannot be trusted: which file, which byte, what was expected.
public final class LogFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LogFault(String message) {
    super(message);
  }

  public LogFault(String message, Throwable cause) {
    super(message, cause);
  }
}
