package io.truetape.model.time;

import io.truetape.model.symbol.Contract;
import io.truetape.model.symbol.Settlement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// The one class that knows New York. Immutable; safe to share.
public final class SessionClock {
  private final ZoneId newYork = ZoneId.of("America/New_York");
  private final ZoneId chicago = ZoneId.of("America/Chicago");
  private final TradingCalendar calendar;

  public SessionClock(TradingCalendar calendar) {
    this.calendar = calendar;
  }

  /// The clock with the published calendar.
  public static SessionClock standard() {
    return new SessionClock(TradingCalendar.published());
  }

  public TradingCalendar calendar() {
    return calendar;
  }

  /// The New York day of an instant. Allocates; keep the result while [SessionDay#contains] holds.
  public SessionDay dayAt(long tsNanos) {
    return day((int) dateAt(tsNanos).toEpochDay());
  }

  /// A New York day by its epoch day.
  public SessionDay day(int epochDay) {
    LocalDate date = LocalDate.ofEpochDay(epochDay);
    long midnight = nanos(date.atStartOfDay(newYork));
    long next = nanos(date.plusDays(1).atStartOfDay(newYork));
    if (!calendar.isTradingDay(date)) {
      return new SessionDay(epochDay, midnight, next, midnight, midnight, midnight, false, false);
    }
    boolean half = calendar.isHalfDay(date);
    long open = at(date, LocalTime.of(9, 30));
    long close = at(date, half ? LocalTime.of(13, 0) : LocalTime.of(16, 0));
    return new SessionDay(
        epochDay, midnight, next, open, close, close + 15 * SessionDay.MINUTE, true, half);
  }

  /// The instant at which a contract's settlement value is fixed: 09:30 for AM, the close for PM.
  public long settlementNanos(Contract contract) {
    SessionDay day = day(contract.expiryDay());
    if (!day.isTradingDay()) {
      return at(LocalDate.ofEpochDay(contract.expiryDay()), LocalTime.of(16, 0));
    }
    return contract.settlement() == Settlement.AM ? day.openNanos() : day.closeNanos();
  }

  /// A New York wall time as UTC nanoseconds. In the autumn overlap the earlier instant is meant.
  public long at(LocalDate date, LocalTime time) {
    return nanos(ZonedDateTime.of(date, time, newYork));
  }

  /// A US Central wall time as UTC nanoseconds, for files that are stamped in Chicago.
  public long atCentral(LocalDate date, LocalTime time) {
    return nanos(ZonedDateTime.of(date, time, chicago));
  }

  /// The New York date of an instant.
  public LocalDate dateAt(long tsNanos) {
    return zoned(tsNanos).toLocalDate();
  }

  /// New York wall time with its offset, for people: `2026-01-16T09:30:00.001300-05:00`.
  public String format(long tsNanos) {
    return zoned(tsNanos).toOffsetDateTime().toString();
  }

  /// New York time of day.
  public LocalTime timeAt(long tsNanos) {
    return zoned(tsNanos).toLocalTime();
  }

  private ZonedDateTime zoned(long tsNanos) {
    long second = Math.floorDiv(tsNanos, 1_000_000_000L);
    return Instant.ofEpochSecond(second, Math.floorMod(tsNanos, 1_000_000_000L)).atZone(newYork);
  }

  private static long nanos(ZonedDateTime t) {
    return Math.addExact(Math.multiplyExact(t.toEpochSecond(), 1_000_000_000L), t.getNano());
  }
}
