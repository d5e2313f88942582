package io.truetape.server;

/// The server cannot start as asked: port in use, address refused, web folder missing.
public final class ServerFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ServerFault(String message) {
    super(message);
  }

  public ServerFault(String message, Throwable cause) {
    super(message, cause);
  }
}
