package io.truetape.model.time;

/// One New York calendar day as instants, so that hot code only compares longs.
///
/// | component | meaning |
/// |---|---|
/// | `day` | epoch day |
/// | `midnightNanos`, `nextMidnightNanos` | `[from, to)` of the day, UTC nanoseconds |
/// | `openNanos`, `closeNanos`, `lateCloseNanos` | 09:30, 16:00 (13:00 on half days), 16:15 (13:15); equal to midnight when closed |
/// | `isTradingDay`, `isHalfDay` | from [TradingCalendar] |
public record SessionDay(
    int day,
    long midnightNanos,
    long nextMidnightNanos,
    long openNanos,
    long closeNanos,
    long lateCloseNanos,
    boolean isTradingDay,
    boolean isHalfDay) {

  static final long HOUR = 3_600_000_000_000L;
  static final long MINUTE = 60_000_000_000L;

  public boolean contains(long tsNanos) {
    return tsNanos >= midnightNanos && tsNanos < nextMidnightNanos;
  }

  /// The session an option print belongs to. `tradesLate`: closes at 16:15; `isIndex`: has GTH and curb.
  public SessionPhase optionPhase(long tsNanos, boolean tradesLate, boolean isIndex) {
    if (isTradingDay
        && tsNanos >= openNanos
        && tsNanos < (tradesLate ? lateCloseNanos : closeNanos)) {
      return SessionPhase.RTH;
    }
    if (!isIndex) {
      return SessionPhase.CLOSED;
    }
    long sinceMidnight = tsNanos - midnightNanos;
    if (isTradingDay && tsNanos < openNanos && sinceMidnight < 9 * HOUR + 25 * MINUTE) {
      return SessionPhase.GTH;
    }
    if (isTradingDay && !isHalfDay && tsNanos >= lateCloseNanos && sinceMidnight < 17 * HOUR) {
      return SessionPhase.CURB;
    }
    return sinceMidnight >= 20 * HOUR + 15 * MINUTE ? SessionPhase.GTH : SessionPhase.CLOSED;
  }

  /// The session a stock print belongs to.
  public SessionPhase stockPhase(long tsNanos) {
    if (!isTradingDay) {
      return SessionPhase.CLOSED;
    }
    if (tsNanos >= openNanos && tsNanos < closeNanos) {
      return SessionPhase.RTH;
    }
    long sinceMidnight = tsNanos - midnightNanos;
    return sinceMidnight >= 4 * HOUR && sinceMidnight < 20 * HOUR
        ? SessionPhase.EXTENDED
        : SessionPhase.CLOSED;
  }

  /// Whole minutes since New York midnight.
  public int minuteOfDay(long tsNanos) {
    return (int) Math.floorDiv(tsNanos - midnightNanos, MINUTE);
  }
}
