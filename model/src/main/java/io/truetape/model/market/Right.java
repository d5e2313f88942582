package io.truetape.model.market;

/// What the holder may do.
public enum Right {
  CALL('C'),
  PUT('P');

  private final char letter;

  Right(char letter) {
    this.letter = letter;
  }

  public char letter() {
    return letter;
  }
}
