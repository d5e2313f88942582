package io.truetape.feed;

/// A source cannot be read: what, where, and what was expected. A fault of the world, not of ours.
public final class FeedFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FeedFault(String message) {
    super(message);
  }

  public FeedFault(String message, Throwable cause) {
    super(message, cause);
  }
}
