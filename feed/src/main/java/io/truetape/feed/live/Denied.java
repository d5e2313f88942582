package io.truetape.feed.live;

/// The vendor will not serve us, whatever we try: a wrong key, a missing entitlement. Says the remedy.
public final class Denied extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Denied(String message) {
    super(message);
  }
}
