package io.truetape.store.query;

/// The store cannot do what was asked: disk full, file in use, newer schema. Says which and where.
public final class StoreFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreFault(String message) {
    super(message);
  }

  public StoreFault(String message, Throwable cause) {
    super(message, cause);
  }
}
