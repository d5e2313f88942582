package io.truetape.feed.synthetic.scenario;

import io.truetape.feed.synthetic.market.Chain;
import io.truetape.feed.synthetic.market.Dice;
import io.truetape.feed.synthetic.market.EquityTape;
import io.truetape.feed.synthetic.market.PrintMaker;
import io.truetape.feed.synthetic.market.QuoteMaker;
import io.truetape.feed.synthetic.market.Schedule;
import io.truetape.feed.synthetic.market.Underlying;
import io.truetape.model.market.Right;
import java.util.ArrayList;
import java.util.List;

/// Acts one scenario: schedules its fills, prints every leg, and hands over the label at the end.
public final class Stage {
  private static final long LEG_GAP_NANOS = 40_000L;

  private final QuoteMaker quotes;
  private final PrintMaker prints;
  private final EquityTape equities;
  private final Schedule schedule;
  private final Dice dice;
  private final LabelSink labels;
  private long runs;

  public Stage(
      QuoteMaker quotes,
      PrintMaker prints,
      EquityTape equities,
      Schedule schedule,
      Dice dice,
      LabelSink labels) {
    this.quotes = quotes;
    this.prints = prints;
    this.equities = equities;
    this.schedule = schedule;
    this.dice = dice;
    this.labels = labels;
  }

  /// A contract of a unit and how many of it; negative is sold when the unit is bought.
  private record Part(int contract, int ratio) {}

  /// One unit to trade: its parts, the code and the venue they share.
  private record Unit(List<Part> parts, char code, int venue) {}

  void play(Scenario scenario, Chain chain, int expiry, long tsNanos) {
    Run run = new Run(++runs, scenario, chain.underlying().symbol());
    Unit unit = unit(scenario, chain, expiry);
    prepare(scenario, chain, unit, tsNanos);
    int fills = dice.between(scenario.minFills(), scenario.maxFills());
    long start = tsNanos + 1_000_000L;
    for (int i = 0; i < fills; i++) {
      long at = start + scenario.style().spanNanos() * i / Math.max(1, fills - 1);
      boolean last = i == fills - 1;
      int number = i;
      schedule.at(at, ts -> fill(scenario, chain, unit, number, ts, run, last));
    }
  }

  private Unit unit(Scenario scenario, Chain chain, int expiry) {
    Underlying u = chain.underlying();
    List<Leg> legs = scenario.structure().legs();
    double sigma = chain.sigmaInStrikes(expiry);
    int limit = chain.strikes() - 6;
    int base = chain.nearest(expiry, u.spot()) + (int) Math.rint(scenario.shift() * sigma);
    base = Math.max(5, Math.min(limit, base));
    List<Part> parts = new ArrayList<>();
    for (Leg leg : legs) {
      int e = leg.later() ? later(chain, expiry) : expiry;
      int strike = base + leg.steps();
      if (e != expiry) {
        double price = chain.terms(chain.index(expiry, strike, Right.CALL)).strikeMicros() * 1e-6;
        strike = chain.nearest(e, price);
      }
      int c = chain.index(e, strike, leg.call() ? Right.CALL : Right.PUT);
      parts.add(new Part(c, leg.ratio()));
    }
    String codes = scenario.style().codes();
    char code = codes.charAt(dice.below(codes.length()));
    code = scenario.twist() == Twist.LATE ? (dice.chance(0.5) ? 'B' : 'D') : code;
    return new Unit(List.copyOf(parts), code, prints.venue(chain, code));
  }

  /// A slot with a later expiry day, or the same when there is none.
  private static int later(Chain chain, int expiry) {
    int day = chain.dte(expiry, 0);
    int found = expiry;
    for (int e = 0; e < chain.expiries(); e++) {
      int d = chain.dte(e, 0);
      if (d > day && (found == expiry || d < chain.dte(found, 0))) {
        found = e;
      }
    }
    return found;
  }

  private void prepare(Scenario scenario, Chain chain, Unit unit, long tsNanos) {
    for (Part part : unit.parts()) {
      int c = part.contract();
      if (scenario.twist() == Twist.WIDE) {
        quotes.widen(chain, c, tsNanos + 20_000_000_000L);
      }
      quotes.refresh(chain, c, tsNanos);
      if (scenario.twist() == Twist.STALE) {
        quotes.mute(chain, c, tsNanos + 60_000_000_000L);
      }
    }
  }

  private void fill(
      Scenario scenario, Chain chain, Unit unit, int number, long tsNanos, Run run, boolean last) {
    int size = dice.between(scenario.minSize(), scenario.maxSize());
    int side =
        scenario.twist() == Twist.TWO_SIDED && (number & 1) == 1
            ? -scenario.side()
            : scenario.side();
    boolean roams =
        scenario.structure().isSingle()
            && scenario.style() != Style.SPLIT
            && scenario.style() != Style.BLOCK;
    int venue = roams ? prints.venue(chain, unit.code()) : unit.venue();
    long ts = tsNanos;
    for (Part part : unit.parts()) {
      int c = part.contract();
      int ratio = part.ratio();
      quotes.refresh(chain, c, ts);
      double near = scenario.place() + (roams && dice.chance(0.1) ? 0.3 : 0);
      double place = side * ratio > 0 ? near : 1 - near;
      long price = prints.price(chain, c, place);
      PrintMaker.Sent sent =
          prints.print(
              chain, c, ts + LEG_GAP_NANOS / 2, price, size * Math.abs(ratio), unit.code(), venue);
      run.add(sent.sequence(), sent.tsNanos());
      if (scenario.twist() == Twist.CANCELLED) {
        cancelLater(sent, run);
      }
      ts += LEG_GAP_NANOS;
    }
    if (scenario.structure().stockPerUnit() != 0) {
      run.add(equities.tied(chain.underlying(), ts, 100 * size), ts);
    }
    if (last) {
      finish(scenario, chain, run);
    }
  }

  private void cancelLater(PrintMaker.Sent sent, Run run) {
    schedule.at(
        sent.tsNanos() + 4_000_000_000L,
        ts -> {
          run.add(prints.cancel(sent, false, ts), ts);
          labels.accept(run.label());
        });
  }

  private void finish(Scenario scenario, Chain chain, Run run) {
    Underlying u = chain.underlying();
    switch (scenario.twist()) {
      case FOLLOW -> u.push(scenario.direction() * dice.between(3.0, 12.0));
      case FADE -> u.push(-scenario.direction() * dice.between(2.0, 6.0));
      case NONE, STALE, WIDE, TWO_SIDED, CANCELLED, LATE -> {}
    }
    if (scenario.family() == Family.VOL_SELLER) {
      u.shock(-0.01);
    }
    if (scenario.twist() != Twist.CANCELLED) {
      labels.accept(run.label());
    }
  }
}
