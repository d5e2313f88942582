package io.truetape.app.cli;

import io.truetape.engine.log.LogReader;
import io.truetape.model.event.control.SessionOpened;
import io.truetape.model.text.BadInput;
import io.truetape.model.time.SessionClock;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// Reads `--from` and `--to`: `09:45`, `09:45:30.5`, or with a date `2026-01-16T09:45`; New York.
final class ReplayTimes {
  private ReplayTimes() {}

  /// UTC nanoseconds; a time without a date means the session's first day.
  static long parse(Path session, @Nullable String text, long otherwise) {
    if (text == null) {
      return otherwise;
    }
    SessionClock clock = SessionClock.standard();
    try {
      int t = text.indexOf('T');
      LocalDate date = t < 0 ? firstDay(session) : LocalDate.parse(text.substring(0, t));
      return clock.at(date, LocalTime.parse(text.substring(t + 1)));
    } catch (DateTimeException e) {
      throw new BadInput(
          "time \"" + text + "\": expected HH:MM[:SS] or yyyy-mm-ddTHH:MM[:SS], New York");
    }
  }

  private static LocalDate firstDay(Path session) {
    try (LogReader log = LogReader.open(session)) {
      while (log.next()) {
        if (log.event() instanceof SessionOpened opened) {
          return LocalDate.ofEpochDay(opened.day());
        }
      }
    }
    throw new BadInput("the session has no trading day; name a date with the time");
  }
}
