package io.truetape.model.symbol;

/// When an expiring contract's settlement value is fixed: at the open, or at the close.
public enum Settlement {
  AM,
  PM
}
