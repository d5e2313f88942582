package io.truetape.feed.synthetic.market;

import io.truetape.model.event.SourceEvent;
import java.util.function.Consumer;

/// The one way out: keeps time strictly rising, numbers prints, and says when each was heard.
///
/// Every stamp is at least one nanosecond after the one before, so no two quotes of an instrument
/// share a time. `heard` never falls, as receipt in one order must not.
public final class Wire {
  private final Dice dice;
  private Consumer<SourceEvent> out = _ -> {};
  private long lastTsNanos;
  private long lastHeardNanos;
  private long sequence;
  private long sent;

  public Wire(Dice dice) {
    this.dice = dice;
  }

  /// Where events go from now on.
  public void to(Consumer<SourceEvent> sink) {
    out = sink;
  }

  /// The exchange time of the next event: `tsNanos`, or just after the last one.
  public long stamp(long tsNanos) {
    lastTsNanos = Math.max(tsNanos, lastTsNanos + 1);
    return lastTsNanos;
  }

  /// When an event of that time is received: 40 to 200 us later, now and then milliseconds.
  public long heard(long tsNanos) {
    long bits = dice.next();
    long wait = 40_000L + ((bits >>> 40) & 0xFFFF) * 160_000L / 0xFFFF;
    if ((bits & 0x3FF) == 0) {
      wait += (bits >>> 12) & 0x7FFFFF;
    }
    lastHeardNanos = Math.max(lastHeardNanos, tsNanos + wait);
    return lastHeardNanos;
  }

  /// The next print number; shared by all prints of the market and unique in a run.
  public long nextSequence() {
    return ++sequence;
  }

  public void emit(SourceEvent event) {
    sent++;
    out.accept(event);
  }

  /// Events sent since the start.
  public long sent() {
    return sent;
  }
}
