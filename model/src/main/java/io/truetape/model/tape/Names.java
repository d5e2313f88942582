package io.truetape.model.tape;

import io.truetape.model.symbol.Contract;

/// What the numbers in events stand for, so that a line can be read without its log.
public interface Names {
  /// The text of a listed symbol; refuses a number that was never listed.
  String symbol(int symbol);

  /// The terms of a listed contract; refuses a number that was never listed.
  Contract contract(int contract);
}
