package io.truetape.engine.sequence;

import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.control.SessionClosed;
import io.truetape.model.event.control.SessionOpened;
import io.truetape.model.event.control.Tick;
import io.truetape.model.event.source.EquityPrint;
import io.truetape.model.event.source.EquityQuote;
import io.truetape.model.event.source.IndexValue;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.event.source.OptionQuote;
import io.truetape.model.time.SessionClock;
import io.truetape.model.time.SessionDay;
import java.util.List;
import java.util.function.Consumer;

/// Turns the passing of time into events: ticks on a grid, sessions opening and closing.
///
/// By event time, for files and simulations: a tick is written before the first event that passes
/// its grid point, so the same events give the same ticks. By the wall clock, for live feeds: the
/// caller reports the time and the same grid applies. Only prints, quotes and levels move time.
public final class Timekeeper {
  /// Ticks are at most this far apart while events flow.
  public static final long GRID_NANOS = 100_000_000L;

  private final SessionClock clock;
  private final String session;
  private final boolean synthetic;
  private Opening opening;
  private SessionDay today;
  private boolean isOpen;
  private long lastTick;

  /// What stands directly after a log's first `SessionOpened`, such as baselines carried over.
  @FunctionalInterface
  public interface Opening {
    List<ControlEvent> at(int day, long tsNanos);
  }

  public Timekeeper(SessionClock clock, String session, boolean synthetic) {
    this(clock, session, synthetic, (_, _) -> List.of());
  }

  /// `opening` is asked once, for the first session this timekeeper opens.
  public Timekeeper(SessionClock clock, String session, boolean synthetic, Opening opening) {
    this.clock = clock;
    this.opening = opening;
    this.session = session;
    this.synthetic = synthetic;
    this.today = clock.day(0);
  }

  /// Takes over what a log already says.
  public void restore(ControlEvent event) {
    switch (event) {
      case Tick tick -> lastTick = tick.tsNanos();
      case SessionOpened opened -> {
        today = clock.day(opened.day());
        isOpen = true;
      }
      case SessionClosed _ -> isOpen = false;
      default -> {}
    }
  }

  /// Writes what must stand before `event`.
  public void before(SourceEvent event, Consumer<ControlEvent> out) {
    if (movesTime(event)) {
      reach(event.sourceTsNanos(), out);
    }
  }

  /// Time has reached `tsNanos`: opens and closes sessions, writes the tick that is due.
  void reach(long tsNanos, Consumer<ControlEvent> out) {
    if (tsNanos >= today.nextMidnightNanos()) {
      close(out);
      today = clock.dayAt(tsNanos);
    }
    if (!isOpen) {
      out.accept(new SessionOpened(tsNanos, today.day(), session, synthetic));
      opening.at(today.day(), tsNanos).forEach(out);
      opening = (_, _) -> List.of();
      isOpen = true;
    }
    long tick = Math.floorDiv(tsNanos, GRID_NANOS) * GRID_NANOS;
    if (tick > lastTick) {
      lastTick = tick;
      out.accept(new Tick(tick));
    }
  }

  /// The last tick; 0 before the first.
  long reachedNanos() {
    return lastTick;
  }

  /// Closes the open session, if there is one.
  void close(Consumer<ControlEvent> out) {
    if (isOpen) {
      isOpen = false;
      out.accept(new SessionClosed(Math.max(lastTick, today.lateCloseNanos()), today.day()));
    }
  }

  private static boolean movesTime(SourceEvent event) {
    return event instanceof OptionQuote
        || event instanceof OptionPrint
        || event instanceof EquityQuote
        || event instanceof EquityPrint
        || event instanceof IndexValue;
  }
}
