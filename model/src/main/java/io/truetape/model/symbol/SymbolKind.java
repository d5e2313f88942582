package io.truetape.model.symbol;

/// What a symbol names; decides trading hours and how sides at the mid are read.
public enum SymbolKind {
  STOCK,
  ETF,
  INDEX,
  OTHER
}
