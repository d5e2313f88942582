package io.truetape.model.text;

/// Input from outside that cannot be used: says what was met, where, and what was expected.
///
/// Thrown by parsers at the edges (files, filters, configuration); the caller turns it into a
/// `Rejected` event, a problem+json answer or one line on the terminal. Never a bug of ours.
public final class BadInput extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public BadInput(String message) {
    super(message);
  }
}
