package io.truetape.model.market;

/// How the quote of a print was found.
public enum JoinQuality {
  /// The vendor sent the NBBO with the print.
  IN_BAND,
  /// The print waited the full join wait; a quote stamped at or before it would have been seen.
  WAITED,
  /// Joined on arrival because the join wait is zero.
  NO_WAIT,
  /// The print itself arrived after its wait had run out; quotes of its time may be gone.
  LATE
}
