package io.truetape.store.query;

import io.truetape.model.event.derived.ChippedPrint;

/// A print as kept: the finished tape row, and whether it was taken back later.
///
/// `causeSeq` is the log entry that released it; `amendSeq` is 0 and `amendReason` empty unless
/// `cancelled`.
public record StoredPrint(
    ChippedPrint print, long causeSeq, boolean cancelled, long amendSeq, String amendReason) {

  /// A print that was just finished.
  public static StoredPrint fresh(ChippedPrint print, long causeSeq) {
    return new StoredPrint(print, causeSeq, false, 0L, "");
  }
}
