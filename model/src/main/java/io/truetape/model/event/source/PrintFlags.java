package io.truetape.model.event.source;

/// Bits of [OptionPrint#flags] and [EquityPrint#flags].
public final class PrintFlags {
  /// Made from a minute bar: price, size and time stand for many prints.
  public static final int FROM_BAR = 1;

  /// The vendor says this print was cancelled later; the cancel itself is another event.
  public static final int VENDOR_CANCELLED = 2;

  /// Filled in from history after a gap.
  public static final int BACK_FILLED = 4;

  private PrintFlags() {}
}
