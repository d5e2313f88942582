package io.truetape.model.tape;

import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.Event;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.TradeEvent;
import io.truetape.model.event.derived.CandleClosed;
import io.truetape.model.event.derived.strikes.FlowMinute;
import io.truetape.model.event.derived.strikes.HeatCells;
import io.truetape.model.event.source.ContractListed;
import io.truetape.model.event.source.SymbolListed;
import io.truetape.model.id.FeedId;
import io.truetape.model.time.SessionClock;
import io.truetape.model.time.SessionDay;
import java.time.LocalDate;

/// Writes events as tape lines. Format: docs/formats/tape.md.
///
/// Keeps the current New York day and feed, so events must be read back in the order written.
/// Made for reading by people, not for speed: a few microseconds per line.
public final class TapeWriter {
  private final SessionClock clock = SessionClock.standard();
  private final Names names;
  private final SourceLines sources;
  private final SteeringLines steering;
  private SessionDay day = new SessionDay(0, 0, 0, 0, 0, 0, false, false);
  private FeedId feed = FeedId.TAPE;

  public TapeWriter(Names names) {
    this.names = names;
    this.sources = new SourceLines(names, clock);
    this.steering = new SteeringLines(names);
  }

  /// The names this writer resolves numbers with.
  public Names names() {
    return names;
  }

  /// The event as text ending in a newline; a `day` or `feed` line comes first when either changes.
  public String write(Event event) {
    StringBuilder out = new StringBuilder(128);
    if (event instanceof DerivedEvent derived) {
      return out.append(derived(derived)).append('\n').toString();
    }
    head(out, event);
    TapeText text = new TapeText();
    switch (event) {
      case SourceEvent e -> source(text, e);
      case ControlEvent e -> steering.write(text, e);
      case TradeEvent e -> steering.write(text, e);
      case DerivedEvent _ -> throw new IllegalStateException("written above");
    }
    return out.append(text).append('\n').toString();
  }

  /// A derived event in short: `=> quoted  ASK`. Without a newline.
  public String derived(DerivedEvent event) {
    long ts =
        switch (event) {
          case CandleClosed candle -> candle.startNanos();
          case FlowMinute minute -> minute.startNanos();
          case HeatCells heat -> heat.startNanos();
          default -> event.tsNanos();
        };
    StringBuilder time = new StringBuilder();
    TapeClock.append(time, ts - clock.dayAt(ts).midnightNanos());
    return "=> " + DerivedLines.text(event, time.toString());
  }

  private void head(StringBuilder out, Event event) {
    long ts = event.tsNanos();
    if (ts != 0 && !day.contains(ts)) {
      day = clock.dayAt(ts);
      out.append("day ").append(LocalDate.ofEpochDay(day.day())).append('\n');
    }
    if (event instanceof SourceEvent source && !isListing(event) && source.feed() != feed) {
      feed = source.feed();
      out.append("feed ").append(feed.text()).append('\n');
    }
    if (ts == 0) {
      out.append('-');
    } else {
      TapeClock.append(out, ts - day.midnightNanos());
    }
    out.append(' ');
  }

  private void source(TapeText text, SourceEvent event) {
    sources.write(text, event);
    long wait = event.ingestTsNanos() - event.sourceTsNanos();
    if (wait != 0) {
      text.span("rx", wait);
    }
    FeedId usual = isListing(event) ? FeedId.ENGINE : feed;
    text.key("feed", event.feed().text(), usual.text());
  }

  private static boolean isListing(Event event) {
    return event instanceof SymbolListed || event instanceof ContractListed;
  }
}
