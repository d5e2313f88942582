package io.truetape.pipeline.dark;

import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.TradeEvent;
import io.truetape.model.event.control.BaselineCarried;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.control.SessionOpened;
import io.truetape.model.event.derived.NormalizedEquityPrint;
import io.truetape.model.event.derived.Watermark;
import io.truetape.model.event.derived.baseline.BaselineSummary;
import io.truetape.model.event.derived.dark.DarkKind;
import io.truetape.model.event.derived.dark.OffExchangePrint;
import io.truetape.model.event.source.EquityPrint;
import io.truetape.model.event.source.EquityQuote;
import io.truetape.model.market.EquityCondition;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.QuoteLocation;
import io.truetape.model.market.Side;
import io.truetape.model.market.TrfClass;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.Shape;
import io.truetape.pipeline.Stage;
import io.truetape.pipeline.StageId;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.table.LogSketch;
import io.truetape.pipeline.table.QuoteLocator;
import io.truetape.pipeline.table.QuoteRing;

/// Says what kind each off-exchange print of one stock is, and what they may add up to.
public final class DarkStage implements Stage {
  private static final int DETAIL_BITS = 3;

  private final String text;
  private final LogSketch sizes = new LogSketch(DETAIL_BITS);
  private final Absorption absorption = new Absorption();
  private final Sides atAsk = new Sides();
  private final Sides atBid = new Sides();
  private final DayVolume volume = new DayVolume();
  private final Zones zones;
  private final Inferences inferences;
  private QuoteRing quotes = new QuoteRing();
  private DarkRules rules = DarkRules.standard();
  private long reachedNanos;

  public DarkStage(int symbol, String text) {
    this.text = text;
    this.zones = new Zones(symbol, text, rules.zone());
    this.inferences = new Inferences(symbol, text, rules);
  }

  @Override
  public StageId id() {
    return StageId.DARK;
  }

  @Override
  public Shape shape() {
    return Shape.reading(
            EventKind.EQUITY_QUOTE,
            EventKind.NORMALIZED_EQUITY_PRINT,
            EventKind.WATERMARK,
            EventKind.SESSION_OPENED,
            EventKind.BASELINE_CARRIED,
            EventKind.BASELINE_SUMMARY,
            EventKind.RULES_ACTIVATED)
        .emitting(EventKind.OFF_EXCHANGE_PRINT, EventKind.DARK_INFERENCE, EventKind.LIQUIDITY_ZONE);
  }

  @Override
  public void on(Event event, Emitter out) {
    switch (event) {
      case EquityQuote quote -> remember(quote);
      case NormalizedEquityPrint print -> take(print, out);
      case Watermark watermark -> {
        answer(watermark.tsNanos(), out);
        zones.endWindows(watermark.tsNanos(), out);
      }
      case SessionOpened _ -> newSession();
      case BaselineCarried carried -> volume.carry(carried.baseline());
      case BaselineSummary summary -> volume.close(summary.session());
      case RulesActivated activated -> {
        rules = DarkRules.from(activated.values());
        zones.use(rules.zone());
        inferences.use(rules);
      }
      case SourceEvent _, ControlEvent _, TradeEvent _, DerivedEvent _ -> {}
    }
  }

  private void remember(EquityQuote q) {
    long neededFrom = reachedNanos - rules.joinWaitNanos() - 1;
    reachedNanos = Math.max(reachedNanos, q.sourceTsNanos());
    quotes.add(
        q.sourceTsNanos(), q.bidMicros(), q.askMicros(), q.bidSize(), q.askSize(), neededFrom);
    if (!absorption.isEmpty() && q.bidMicros() > 0 && q.askMicros() > 0) {
      absorption.quote(q.sourceTsNanos(), q.bidMicros() + q.askMicros());
    }
  }

  private void take(NormalizedEquityPrint print, Emitter out) {
    if (print.countsForVolume()) {
      volume.add(print.print().size());
    }
    if (!print.offExchange()) {
      return;
    }
    OffExchangePrint joined = join(print);
    out.emit(joined);
    if (joined.mayInform()) {
      infer(joined, out);
      sizes.add(print.print().size());
    }
  }

  private OffExchangePrint join(NormalizedEquityPrint print) {
    EquityPrint p = print.print();
    Nbbo nbbo = quotes.nbbo(quotes.asOf(print.tsNanos()));
    QuoteLocation location =
        QuoteLocator.locate(p.priceMicros(), nbbo, print.tsNanos(), rules.maxAgeNanos());
    TrfClass trfClass = TrfClassifier.classify(print, location, rules, sizes);
    Side retail =
        trfClass == TrfClass.RETAIL_PI
            ? TrfClassifier.retailSide(p.priceMicros(), nbbo, location)
            : Side.UNKNOWN;
    boolean mayInform = trfClass.isCurrent() && EquityCondition.mayInformInference(p.conditions());
    return new OffExchangePrint(
        print, text, nbbo, location, trfClass, retail, rules.priors().of(trfClass), mayInform);
  }

  private void infer(OffExchangePrint print, Emitter out) {
    int size = print.equity().print().size();
    boolean largeForName =
        sizes.total() < rules.minimumSamples() || sizes.isAtLeast(size, rules.sizePercentile());
    if (print.location() == QuoteLocation.MID && size >= rules.absorbedShares() && largeForName) {
      absorption.watch(print, rules, quotes);
    }
    if (size < rules.group().printShares() || print.trfClass() == TrfClass.RETAIL_PI) {
      return;
    }
    switch (print.location()) {
      case ABOVE_ASK, ASK -> group(DarkKind.STEALTH_ACCUMULATION, atAsk, atBid, print, out);
      case BELOW_BID, BID -> group(DarkKind.DISTRIBUTION, atBid, atAsk, print, out);
      case ABOVE_MID, MID, BELOW_MID -> {}
      case NO_QUOTE, STALE, CROSSED, LOCKED, ONE_SIDED -> {}
    }
    Zone zone = zones.add(print, out);
    if (zone != null) {
      inferences.zoneHit(zone, print, out);
    }
  }

  private void group(DarkKind kind, Sides side, Sides other, OffExchangePrint print, Emitter out) {
    EquityPrint p = print.equity().print();
    long ts = print.tsNanos();
    side.add(ts, print.equity().printSeq(), p.size(), p.priceMicros(), rules.group().spanNanos());
    other.leaveBefore(ts - rules.group().spanNanos());
    long byVolume = (long) (rules.group().advFraction() * volume.aDay());
    long needed = Math.max(rules.group().shares(), byVolume);
    inferences.group(kind, side, other, needed, ts, out);
  }

  private void answer(long tsNanos, Emitter out) {
    for (Absorption.Candidate c = absorption.due(tsNanos); c != null; c = absorption.due(tsNanos)) {
      if (c.isUnmoved()) {
        inferences.absorbed(c, out);
      }
    }
  }

  private void newSession() {
    sizes.clear();
    absorption.clear();
    atAsk.clear();
    atBid.clear();
    volume.newSession();
    zones.clear();
    inferences.clear();
  }

  @Override
  public void save(StateWriter out) {
    out.putLong(reachedNanos);
    quotes.save(out);
    sizes.save(out);
    absorption.save(out);
    atAsk.save(out);
    atBid.save(out);
    volume.save(out);
    zones.save(out);
    inferences.save(out);
  }

  @Override
  public void load(StateReader in) {
    reachedNanos = in.getLong();
    quotes = new QuoteRing();
    quotes.load(in);
    sizes.load(in);
    absorption.load(in);
    atAsk.load(in);
    atBid.load(in);
    volume.load(in);
    zones.load(in);
    inferences.load(in);
  }
}
