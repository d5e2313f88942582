package io.truetape.pipeline.candle;

import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.TradeEvent;
import io.truetape.model.event.derived.NormalizedEquityPrint;
import io.truetape.model.event.derived.NormalizedLevel;
import io.truetape.model.event.derived.Watermark;
import io.truetape.model.market.CandleInterval;
import io.truetape.model.time.SessionClock;
import io.truetape.model.time.SessionDay;
import io.truetape.model.time.SessionPhase;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.Shape;
import io.truetape.pipeline.Stage;
import io.truetape.pipeline.StageId;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.Arrays;
import java.util.List;

/// Forms the candles of one stock or index from eligible prints of regular hours.
public final class CandleStage implements Stage {
  private final SessionClock clock;
  private final int symbol;
  private final String text;
  private final List<Series> series;
  private SessionDay today;

  public CandleStage(SessionClock clock, int symbol, String text) {
    this.clock = clock;
    this.symbol = symbol;
    this.text = text;
    this.series = Arrays.stream(CandleInterval.values()).map(Series::new).toList();
    this.today = clock.day(0);
  }

  @Override
  public StageId id() {
    return StageId.CANDLE;
  }

  @Override
  public Shape shape() {
    return Shape.reading(
            EventKind.NORMALIZED_EQUITY_PRINT, EventKind.NORMALIZED_LEVEL, EventKind.WATERMARK)
        .emitting(EventKind.CANDLE_CLOSED);
  }

  @Override
  public void on(Event event, Emitter out) {
    switch (event) {
      case NormalizedEquityPrint print -> trade(print, out);
      case NormalizedLevel level -> level(level, out);
      case Watermark watermark -> close(watermark.tsNanos(), out);
      case SourceEvent _, ControlEvent _, TradeEvent _, DerivedEvent _ -> {}
    }
  }

  private void trade(NormalizedEquityPrint print, Emitter out) {
    if (print.phase() != SessionPhase.RTH) {
      return;
    }
    long price = print.print().priceMicros();
    for (Series s : series) {
      Candle candle = s.at(print.tsNanos(), midnight(print.tsNanos()), symbol, text, out);
      if (candle == null) {
        continue;
      }
      if (print.updatesLast() && s.isForming(candle)) {
        candle.price(price);
      }
      if (print.countsForVolume()) {
        candle.volume(price, print.print().size(), print.offExchange());
      }
      if (!s.isForming(candle)) {
        s.revise(candle, symbol, text, out);
      }
    }
  }

  private void level(NormalizedLevel level, Emitter out) {
    for (Series s : series) {
      Candle candle = s.at(level.tsNanos(), midnight(level.tsNanos()), symbol, text, out);
      if (candle != null && s.isForming(candle)) {
        candle.price(level.valueMicros());
      }
    }
  }

  private void close(long tsNanos, Emitter out) {
    for (Series s : series) {
      s.closeUntil(tsNanos, symbol, text, out);
    }
  }

  private long midnight(long tsNanos) {
    if (!today.contains(tsNanos)) {
      today = clock.dayAt(tsNanos);
    }
    return today.midnightNanos();
  }

  @Override
  public void save(StateWriter out) {
    for (Series s : series) {
      s.save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    for (Series s : series) {
      s.load(in);
    }
  }
}
