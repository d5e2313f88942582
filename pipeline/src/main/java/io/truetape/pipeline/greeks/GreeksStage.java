package io.truetape.pipeline.greeks;

import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.TradeEvent;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.derived.SidedPrint;
import io.truetape.model.event.derived.Watermark;
import io.truetape.model.event.derived.greeks.ContractPriced;
import io.truetape.model.event.derived.greeks.PricedPrint;
import io.truetape.model.event.source.ContractListed;
import io.truetape.model.event.source.CorporateAction;
import io.truetape.model.event.source.EquityQuote;
import io.truetape.model.event.source.IndexValue;
import io.truetape.model.event.source.OptionQuote;
import io.truetape.model.event.source.RatePoint;
import io.truetape.model.market.GreeksAbsence;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.Venue;
import io.truetape.model.time.SessionClock;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.Shape;
import io.truetape.pipeline.Stage;
import io.truetape.pipeline.StageId;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;

/// Gives prints and contracts their greeks.
///
/// The chain is re-priced on watermarks, round robin, a bounded number at a time, so there is no
/// stall at any boundary. A print takes its contract's mark when that is fresh and near, else prices
/// it from its own quote; what neither allows is absent, with the reason.
public final class GreeksStage implements Stage {
  private static final int WATERMARKS = 50;
  private static final int LOOKED_AT = 256;
  private static final double NEAR = 0.01;
  private static final long FORWARD_NANOS = 1_000_000_000L;

  private final Chain chain;
  private final Curve curve = new Curve();
  private final Dividends dividends;
  private final Pricing pricing;
  private final Trail spots = new Trail();
  private GreeksRules rules = GreeksRules.standard();
  private int printsLeft;

  public GreeksStage(SessionClock clock) {
    this.chain = new Chain(clock);
    this.dividends = new Dividends(clock);
    this.pricing = new Pricing(dividends, curve);
    refill();
  }

  @Override
  public StageId id() {
    return StageId.GREEKS;
  }

  @Override
  public Shape shape() {
    return Shape.reading(
            EventKind.CONTRACT_LISTED,
            EventKind.OPTION_QUOTE,
            EventKind.EQUITY_QUOTE,
            EventKind.INDEX_VALUE,
            EventKind.RATE_POINT,
            EventKind.CORPORATE_ACTION,
            EventKind.RULES_ACTIVATED,
            EventKind.SIDED_PRINT,
            EventKind.WATERMARK)
        .emitting(EventKind.PRICED_PRINT, EventKind.CONTRACT_PRICED);
  }

  @Override
  public void on(Event event, Emitter out) {
    switch (event) {
      case OptionQuote quote -> quote(quote);
      case SidedPrint sided -> out.emit(price(sided, out));
      case EquityQuote q -> spots.add(q.sourceTsNanos(), q.bidMicros(), q.askMicros());
      case IndexValue v -> spots.add(v.sourceTsNanos(), v.valueMicros(), v.valueMicros());
      case Watermark watermark -> turn(watermark.tsNanos(), out);
      case ContractListed listed -> chain.list(listed);
      case RatePoint point -> curve.take(point);
      case CorporateAction action -> dividends.take(action);
      case RulesActivated activated -> {
        rules = GreeksRules.from(activated.values());
        refill();
      }
      case SourceEvent _, ControlEvent _, TradeEvent _, DerivedEvent _ -> {}
    }
  }

  private void quote(OptionQuote q) {
    Mark mark = q.venue() == Venue.OPRA.code() ? chain.mark(q.contract()) : null;
    if (mark != null) {
      mark.quotes.add(q.sourceTsNanos(), q.bidMicros(), q.askMicros());
    }
  }

  /// The next contracts that need it, from where the last watermark stopped: a fiftieth of the chain
  /// at ten watermarks a second goes round in five seconds.
  private void turn(long now, Emitter out) {
    refill();
    double spot = spotAt(now);
    int size = chain.size();
    int left = Math.min(rules.perWatermark(), 8 + size / WATERMARKS);
    int looked = LOOKED_AT;
    for (int i = 0; i < size && left > 0 && looked > 0; i++) {
      Mark mark = chain.next();
      boolean young = mark.pricedNanos != 0 && now - mark.pricedNanos < rules.maxStalenessNanos();
      boolean expires = now >= mark.settleNanos && mark.absence != GreeksAbsence.EXPIRED;
      if ((young || spot <= 0) && !expires) {
        looked -= spot > 0 ? 1 : 0;
        continue;
      }
      looked -= mark.quotes.asOf(now) >= 0 ? 1 : 0;
      if (isDue(mark, now, spot) && reprice(mark, now, spot)) {
        left--;
        out.emit(told(mark, now));
      }
    }
  }

  private boolean isDue(Mark mark, long now, double spot) {
    if (mark.absence == GreeksAbsence.ADJUSTED || mark.absence == GreeksAbsence.EXPIRED) {
      return false;
    }
    if (now >= mark.settleNanos) {
      return true;
    }
    int q = mark.quotes.asOf(now);
    return q >= 0
        && (now - mark.pricedNanos >= rules.hardLimitNanos() / 2
            || mark.quotes.time(q) != mark.quoteNanos
            || Math.abs(spot - mark.spot) > rules.spotMoveBps() * 1e-4 * mark.spot);
  }

  private boolean reprice(Mark mark, long now, double spot) {
    if (now >= mark.settleNanos) {
      mark.fail(GreeksAbsence.EXPIRED, now);
      return true;
    }
    int q = mark.quotes.asOf(now);
    long quoteNanos = mark.quotes.time(q);
    boolean old = now - quoteNanos > rules.hardLimitNanos();
    if (old && mark.absence == GreeksAbsence.NONE && spot > 0) {
      pricing.move(mark, now, spot);
      return true;
    }
    return reprice(mark, now, spot, quoteNanos, mark.quotes.bid(q), mark.quotes.ask(q));
  }

  private boolean reprice(Mark mark, long now, double spot, long quoteNanos, long bid, long ask) {
    GreeksAbsence why =
        bid < 0 || ask <= 0
            ? GreeksAbsence.ONE_SIDED
            : bid > ask
                ? GreeksAbsence.CROSSED
                : spot <= 0 ? GreeksAbsence.NO_SPOT : GreeksAbsence.NONE;
    if (why != GreeksAbsence.NONE) {
      boolean news = mark.absence != why;
      mark.fail(why, now);
      mark.quoteNanos = quoteNanos;
      mark.spot = spot;
      return news;
    }
    if (!pricing.price(mark, now, bid + ask, spot, parity(mark, now, spot), rules)) {
      return false;
    }
    mark.quoteNanos = quoteNanos;
    return true;
  }

  private double parity(Mark mark, long now, double spot) {
    Expiry expiry = mark.isEuropean ? chain.expiry(mark) : null;
    if (expiry == null) {
      return 0;
    }
    if (expiry.isDue(now, FORWARD_NANOS)) {
      double years = (mark.settleNanos - now) / Pricing.YEAR_NANOS;
      double rate = curve.rate(years, rules.defaultRate());
      expiry.refresh(now, spot, StrictMath.exp(rate * years), rules.hardLimitNanos());
    }
    return expiry.forward(spot);
  }

  private PricedPrint price(SidedPrint sided, Emitter out) {
    Mark mark = chain.mark(sided.quoted().print().print().contract());
    if (mark == null) {
      return PricedPrint.without(sided, GreeksAbsence.TABLE_FULL);
    }
    if (mark.absence == GreeksAbsence.ADJUSTED) {
      return PricedPrint.without(sided, GreeksAbsence.ADJUSTED);
    }
    long ts = sided.tsNanos();
    if (ts >= mark.settleNanos) {
      return PricedPrint.without(sided, GreeksAbsence.EXPIRED);
    }
    double spot = sided.quoted().spotDoubleMicros() / 2e6;
    boolean fresh = mark.pricedNanos != 0 && ts - mark.pricedNanos <= rules.maxStalenessNanos();
    boolean near = Math.abs(spot - mark.spot) <= NEAR * mark.spot;
    if (!(fresh && near) && printsLeft > 0 && spot > 0) {
      Nbbo nbbo = sided.quoted().nbbo();
      if (nbbo.isTwoSided()
          && nbbo.bidMicros() <= nbbo.askMicros()
          && ts - nbbo.tsNanos() <= rules.hardLimitNanos()) {
        printsLeft--;
        if (reprice(mark, ts, spot, nbbo.tsNanos(), nbbo.bidMicros(), nbbo.askMicros())) {
          out.emit(told(mark, ts));
        }
      }
    }
    return with(sided, mark, ts, spot);
  }

  private PricedPrint with(SidedPrint sided, Mark mark, long ts, double spot) {
    if (mark.absence != GreeksAbsence.NONE) {
      return PricedPrint.without(sided, reason(sided, mark, spot));
    }
    if (ts - mark.pricedNanos > rules.hardLimitNanos()) {
      return PricedPrint.without(sided, GreeksAbsence.STALE_QUOTE);
    }
    double at = spot > 0 ? spot : mark.spot;
    boolean call = mark.terms.isCall();
    double delta = mark.greeks.delta() + mark.greeks.gamma() * (at - mark.spot);
    delta = Math.clamp(delta, call ? 0 : -1, call ? 1 : 0);
    double notional =
        sided.quoted().print().print().size() * delta * mark.terms.multiplier() * at * 1e6;
    return new PricedPrint(
        sided,
        mark.greeks,
        delta,
        Math.round(notional),
        mark.forward,
        mark.parityForward,
        mark.pricedNanos,
        GreeksAbsence.NONE);
  }

  private static GreeksAbsence reason(SidedPrint sided, Mark mark, double spot) {
    if (mark.absence != GreeksAbsence.NOT_YET) {
      return mark.absence;
    }
    if (spot <= 0) {
      return GreeksAbsence.NO_SPOT;
    }
    return sided.quoted().nbbo().isPresent() ? GreeksAbsence.NOT_YET : GreeksAbsence.NO_QUOTE;
  }

  private static ContractPriced told(Mark mark, long now) {
    boolean priced = mark.absence == GreeksAbsence.NONE;
    return new ContractPriced(
        now,
        mark.contractId,
        mark.terms,
        priced ? mark.doubleMid : 0,
        mark.greeks,
        priced ? mark.spot : 0,
        priced ? mark.forward : 0,
        priced && mark.parityForward,
        priced ? mark.years : 0,
        priced ? mark.rate : 0,
        priced ? mark.earlyPremium : 0,
        mark.absence);
  }

  /// Dollars; 0 without a spot at `now`, -1 when it is older than the hard limit.
  private double spotAt(long now) {
    int place = spots.asOf(now);
    if (place < 0 || spots.bid(place) <= 0 || spots.ask(place) < spots.bid(place)) {
      return 0;
    }
    if (now - spots.time(place) > rules.hardLimitNanos()) {
      return -1;
    }
    return (spots.bid(place) + spots.ask(place)) / 2e6;
  }

  private void refill() {
    printsLeft = rules.printsPerWatermark();
    pricing.anchorsLeft = rules.anchorsPerWatermark();
  }

  @Override
  public void save(StateWriter out) {
    out.putInt(printsLeft);
    out.putInt(pricing.anchorsLeft);
    curve.save(out);
    dividends.save(out);
    spots.save(out);
    chain.save(out);
  }

  @Override
  public void load(StateReader in) {
    printsLeft = in.getInt();
    pricing.anchorsLeft = in.getInt();
    curve.load(in);
    dividends.load(in);
    spots.load(in);
    chain.load(in);
  }
}
