package io.truetape.pipeline.stats;

import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.TradeEvent;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.derived.Amended;
import io.truetape.model.event.derived.NormalizedPrint;
import io.truetape.model.event.derived.SidedPrint;
import io.truetape.model.event.derived.WindowedPrint;
import io.truetape.model.event.derived.greeks.PricedPrint;
import io.truetape.model.event.source.OpenInterest;
import io.truetape.model.price.Price;
import io.truetape.model.time.SessionClock;
import io.truetape.model.time.SessionDay;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.Shape;
import io.truetape.pipeline.Stage;
import io.truetape.pipeline.StageId;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.table.IntTable;
import io.truetape.pipeline.table.LogSketch;

/// Counts what a contract and its symbol have done, up to and including each print.
public final class StatsStage implements Stage {
  private static final int DETAIL_BITS = 3;
  private static final double MAD_TO_SIGMA = 1.4826;

  private final SessionClock clock;
  private final IntTable<ContractStats> contracts = new IntTable<>();
  private final Minutes minutes = new Minutes();
  private final LogSketch premiums = new LogSketch(DETAIL_BITS);
  private final double[] logs;
  private StatsRules rules = StatsRules.standard();
  private SessionDay today;

  /// `logs` are the logarithms of the premium sketch's buckets, shared by all lanes.
  public StatsStage(SessionClock clock, double[] logs) {
    this.clock = clock;
    this.logs = logs;
    this.today = clock.day(0);
  }

  /// The table every lane shares; see [LogSketch#logMiddles].
  public static double[] sharedLogs() {
    return LogSketch.logMiddles(DETAIL_BITS);
  }

  @Override
  public StageId id() {
    return StageId.STATS;
  }

  @Override
  public Shape shape() {
    return Shape.reading(
            EventKind.PRICED_PRINT,
            EventKind.OPEN_INTEREST,
            EventKind.AMENDED,
            EventKind.RULES_ACTIVATED)
        .emitting(EventKind.WINDOWED_PRINT);
  }

  @Override
  public void on(Event event, Emitter out) {
    switch (event) {
      case PricedPrint priced -> out.emit(window(priced));
      case OpenInterest oi -> contract(oi.contract()).publish(oi);
      case Amended amended -> takeBack(amended);
      case RulesActivated activated -> rules = StatsRules.from(activated.values());
      case SourceEvent _, ControlEvent _, TradeEvent _, DerivedEvent _ -> {}
    }
  }

  private WindowedPrint window(PricedPrint priced) {
    SidedPrint sided = priced.sided();
    NormalizedPrint print = sided.quoted().print();
    startDay(print);
    ContractStats contract = contract(print.print().contract());
    int minute = minuteOf(print.tsNanos());
    long premium = print.premiumMicros();
    if (print.condition().countsForVolume()) {
      contract.dayVolume += print.print().size();
      minutes.addVolume(minute, print.print().size());
    }
    if (!print.condition().isCompression()) {
      minutes.addSentiment(minute, sided.sentiment(), premium);
      contract.recent.remember(print.printSeq(), sided.sentiment());
    }
    int label = Repeats.label(sided.quoted().location());
    contract.repeats.add(print.tsNanos(), label, rules.repeatNanos());
    boolean enough = premiums.total() >= rules.minimumSamples();
    double symbolRank = enough ? premiums.rank(premium) : -1;
    double z = enough ? robustZ(premium) : 0;
    premiums.add(premium);
    return new WindowedPrint(
        priced,
        contract.dayVolume,
        contract.openInterest,
        contract.oiAsOfDay,
        contract.repeats.together(label),
        contract.repeats.count(label),
        minutes.volume(minute),
        minutes.baseline(minute),
        minutes.openBaseline(minute, rules.openFrom(), rules.openTo()),
        minutes.bullishRatio(minute),
        minutes.bullishPremiumRatio(minute),
        contract.rankAndAdd(premium, rules.minimumSamples()),
        symbolRank,
        z,
        enough);
  }

  /// Median and MAD of ln premium from the sketch; MAD as half the interquartile range.
  private double robustZ(long premium) {
    double median = logs[premiums.quantileBucket(0.5)];
    double range = logs[premiums.quantileBucket(0.75)] - logs[premiums.quantileBucket(0.25)];
    double sigma = Math.max(MAD_TO_SIGMA * range / 2, 1.0 / (1 << DETAIL_BITS));
    return (logs[premiums.bucket(premium)] - median) / sigma;
  }

  private void takeBack(Amended amended) {
    if (!amended.foundOriginal()) {
      return;
    }
    ContractStats contract = contract(amended.contractId());
    contract.dayVolume = Math.max(0, contract.dayVolume - amended.size());
    if (today.contains(amended.printTsNanos())) {
      int minute = minuteOf(amended.printTsNanos());
      minutes.addVolume(minute, -amended.size());
      long premium =
          Price.premium(amended.priceMicros(), amended.size(), amended.contract().multiplier());
      minutes.takeBack(minute, contract.recent.forget(amended.printSeq()), premium);
    }
  }

  private void startDay(NormalizedPrint print) {
    if (print.tradeDay() <= minutes.day()) {
      return;
    }
    minutes.startDay(print.tradeDay());
    today = clock.day(print.tradeDay());
    for (int i = 0; i < contracts.size(); i++) {
      contracts.valueAt(i).newSession();
    }
  }

  /// Minute of the current day; a print of another day counts in the first or last minute.
  private int minuteOf(long tsNanos) {
    return Math.clamp(today.minuteOfDay(tsNanos), 0, 1_439);
  }

  private ContractStats contract(int contract) {
    return contracts.getOrMake(contract, _ -> new ContractStats());
  }

  @Override
  public void save(StateWriter out) {
    out.putInt(today.day());
    minutes.save(out);
    premiums.save(out);
    out.putInt(contracts.size());
    for (int i = 0; i < contracts.size(); i++) {
      out.putInt(contracts.keyAt(i));
      contracts.valueAt(i).save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    today = clock.day(in.getInt());
    minutes.load(in);
    premiums.load(in);
    contracts.clear();
    for (int n = in.getInt(); n > 0; n--) {
      ContractStats contract = new ContractStats();
      contracts.put(in.getInt(), contract);
      contract.load(in);
    }
  }
}
