package io.truetape.feed.live;

/// A key or password. Never shows itself: not in logs, errors, events or archives.
public final class Secret {
  private final String value;

  public Secret(String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an empty secret");
    }
    this.value = value;
  }

  /// The value, for the wire only.
  public String reveal() {
    return value;
  }

  /// The text without the secret in it, for what a vendor says back.
  public String redact(String text) {
    return text.replace(value, "***");
  }

  @Override
  public String toString() {
    return "***";
  }
}
