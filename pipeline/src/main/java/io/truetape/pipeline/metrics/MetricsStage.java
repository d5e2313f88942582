package io.truetape.pipeline.metrics;

import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.TradeEvent;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.derived.MeasuredPrint;
import io.truetape.model.event.derived.NormalizedPrint;
import io.truetape.model.event.derived.QuotedPrint;
import io.truetape.model.event.derived.WindowedPrint;
import io.truetape.model.symbol.Contract;
import io.truetape.model.time.SessionClock;
import io.truetape.model.time.SessionDay;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.Shape;
import io.truetape.pipeline.Stage;
import io.truetape.pipeline.StageId;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.table.UnitSketch;

/// Gives each print its numbers.
public final class MetricsStage implements Stage {
  private static final int BUCKETS = 48;

  private final SessionClock clock;
  private final UnitSketch[] scores = new UnitSketch[BUCKETS];
  private MetricsRules rules = MetricsRules.standard();
  private SigScore sigScore = new SigScore(rules);
  private SessionDay today;

  public MetricsStage(SessionClock clock) {
    this.clock = clock;
    this.today = clock.day(0);
    for (int i = 0; i < BUCKETS; i++) {
      scores[i] = new UnitSketch();
    }
  }

  @Override
  public StageId id() {
    return StageId.METRICS;
  }

  @Override
  public Shape shape() {
    return Shape.reading(EventKind.WINDOWED_PRINT, EventKind.RULES_ACTIVATED)
        .emitting(EventKind.MEASURED_PRINT);
  }

  @Override
  public void on(Event event, Emitter out) {
    switch (event) {
      case WindowedPrint windowed -> out.emit(measure(windowed));
      case RulesActivated activated -> {
        rules = MetricsRules.from(activated.values());
        sigScore = new SigScore(rules);
      }
      case SourceEvent _, ControlEvent _, TradeEvent _, DerivedEvent _ -> {}
    }
  }

  private MeasuredPrint measure(WindowedPrint w) {
    QuotedPrint quoted = w.sided().quoted();
    NormalizedPrint print = quoted.print();
    startDay(print.tradeDay());
    boolean hasSpot = quoted.hasSpot();
    double otmPct = hasSpot ? otmPct(print.contract(), quoted.spotDoubleMicros()) : 0;
    double volOi =
        w.openInterest() < 0 ? -1 : (double) w.dayVolume() / Math.max(1, w.openInterest());
    double raw = sigScore.raw(w, volOi, otmPct, hasSpot);
    UnitSketch bucket = scores[Math.clamp(today.minuteOfDay(print.tsNanos()) / 30, 0, BUCKETS - 1)];
    double percentile = bucket.total() < rules.minimumSamples() ? -1 : bucket.rank(raw);
    bucket.add(raw);
    return new MeasuredPrint(
        w,
        print.premiumMicros(),
        print.contract().expiryDay() - print.tradeDay(),
        otmPct,
        hasSpot,
        volOi,
        w.sided().sentiment(),
        raw,
        percentile,
        sigScore.missing());
  }

  /// Percent out of the money against twice the spot: (K-S)/S for calls, (S-K)/S for puts, x 100.
  private static double otmPct(Contract contract, long spotDoubleMicros) {
    double distance = (2 * contract.strikeMicros() - spotDoubleMicros) * 100.0 / spotDoubleMicros;
    return contract.isCall() ? distance : -distance;
  }

  private void startDay(int day) {
    if (day <= today.day()) {
      return;
    }
    today = clock.day(day);
    for (UnitSketch sketch : scores) {
      sketch.clear();
    }
  }

  @Override
  public void save(StateWriter out) {
    out.putInt(today.day());
    for (UnitSketch sketch : scores) {
      sketch.save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    today = clock.day(in.getInt());
    for (UnitSketch sketch : scores) {
      sketch.load(in);
    }
  }
}
