package io.truetape.pipeline.normalize;

import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.TradeEvent;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.control.SessionClosed;
import io.truetape.model.event.control.Tick;
import io.truetape.model.event.derived.NormalizedLevel;
import io.truetape.model.event.derived.Watermark;
import io.truetape.model.event.source.ContractListed;
import io.truetape.model.event.source.EquityPrint;
import io.truetape.model.event.source.EquityQuote;
import io.truetape.model.event.source.IndexValue;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.event.source.OptionQuote;
import io.truetape.model.market.JoinQuality;
import io.truetape.model.symbol.Osi;
import io.truetape.model.time.SessionClock;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.Shape;
import io.truetape.pipeline.Stage;
import io.truetape.pipeline.StageId;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;

/// Puts the prints of one underlying into event-time order and says what each one is.
public final class NormalizeStage implements Stage {
  private final WaitingRoom waiting = new WaitingRoom();
  private final Understanding understanding;
  private NormalizeRules rules = NormalizeRules.standard();
  private long reachedNanos;

  public NormalizeStage(SessionClock clock) {
    this.understanding = new Understanding(clock, rules);
  }

  @Override
  public StageId id() {
    return StageId.NORMALIZE;
  }

  @Override
  public Shape shape() {
    return Shape.reading(
            EventKind.CONTRACT_LISTED,
            EventKind.OPTION_PRINT,
            EventKind.EQUITY_PRINT,
            EventKind.INDEX_VALUE,
            EventKind.OPTION_QUOTE,
            EventKind.EQUITY_QUOTE,
            EventKind.TICK,
            EventKind.SESSION_CLOSED,
            EventKind.RULES_ACTIVATED)
        .emitting(
            EventKind.NORMALIZED_PRINT,
            EventKind.NORMALIZED_EQUITY_PRINT,
            EventKind.NORMALIZED_LEVEL,
            EventKind.PRINT_REFUSED,
            EventKind.AMENDED,
            EventKind.WATERMARK);
  }

  @Override
  public void on(Event event, Emitter out) {
    switch (event) {
      case OptionQuote quote -> reach(quote.sourceTsNanos(), out);
      case OptionPrint print -> {
        String name = understanding.nameOf(print.contract());
        arrive(print, name, print.nbbo().isPresent() ? 0 : rules.joinWaitNanos(), out);
      }
      case EquityQuote quote -> reach(quote.sourceTsNanos(), out);
      case EquityPrint print -> arrive(print, "", rules.joinWaitNanos(), out);
      case IndexValue value -> arrive(value, "", rules.joinWaitNanos(), out);
      case Tick tick -> {
        reach(tick.tsNanos(), out);
        out.emit(new Watermark(tick.tsNanos() - rules.joinWaitNanos()));
      }
      case SessionClosed closed -> {
        releaseBefore(Long.MAX_VALUE, out);
        reachedNanos = Math.max(reachedNanos, closed.tsNanos());
        out.emit(new Watermark(closed.tsNanos()));
      }
      case ContractListed listed -> understanding.list(listed, Osi.padded(listed.terms()));
      case RulesActivated activated -> {
        rules = NormalizeRules.from(activated.values());
        understanding.use(rules);
      }
      case SourceEvent _, ControlEvent _, TradeEvent _, DerivedEvent _ -> {}
    }
  }

  private void arrive(SourceEvent event, String name, long waitNanos, Emitter out) {
    long ts = event.sourceTsNanos();
    boolean late = ts + waitNanos < reachedNanos;
    JoinQuality arrival =
        late ? JoinQuality.LATE : waitNanos == 0 ? JoinQuality.NO_WAIT : JoinQuality.WAITED;
    Waiting print = new Waiting(event, out.seq(), arrival, name);
    reachedNanos = Math.max(reachedNanos, ts);
    if (late || waitNanos == 0) {
      releaseBefore(reachedNanos - rules.joinWaitNanos(), out);
      release(print, out);
      return;
    }
    if (waiting.isFull()) {
      release(waiting.take(), out);
    }
    waiting.add(print);
    releaseBefore(reachedNanos - rules.joinWaitNanos(), out);
  }

  private void reach(long tsNanos, Emitter out) {
    if (tsNanos > reachedNanos) {
      reachedNanos = tsNanos;
      releaseBefore(tsNanos - rules.joinWaitNanos(), out);
    }
  }

  private void releaseBefore(long tsNanos, Emitter out) {
    while (waiting.hasBefore(tsNanos)) {
      release(waiting.take(), out);
    }
  }

  private void release(Waiting next, Emitter out) {
    switch (next.event()) {
      case OptionPrint print -> understanding.option(print, next, out);
      case EquityPrint print -> understanding.equity(print, next.seq(), out);
      case IndexValue v ->
          out.emit(new NormalizedLevel(v.sourceTsNanos(), v.symbol(), v.valueMicros()));
      default -> throw new AssertionError("cannot wait: " + next.event().kind());
    }
  }

  @Override
  public void save(StateWriter out) {
    out.putLong(reachedNanos);
    waiting.save(out);
    understanding.save(out);
  }

  @Override
  public void load(StateReader in) {
    reachedNanos = in.getLong();
    waiting.load(in);
    understanding.load(in);
  }
}
