package io.truetape.pipeline.stats;

import io.truetape.model.baseline.Baseline;
import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.TradeEvent;
import io.truetape.model.event.control.BaselineCarried;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.control.SessionClosed;
import io.truetape.model.event.control.SessionOpened;
import io.truetape.model.event.derived.Amended;
import io.truetape.model.event.derived.NormalizedEquityPrint;
import io.truetape.model.event.derived.NormalizedPrint;
import io.truetape.model.event.derived.SidedPrint;
import io.truetape.model.event.derived.Watermark;
import io.truetape.model.event.derived.WindowedPrint;
import io.truetape.model.event.derived.baseline.BaselineSummary;
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
  private final Today session = new Today(LogSketch.buckets(DETAIL_BITS));
  private final double[] logs;
  private final int symbol;
  private final String text;
  private Warm warm = new Warm(Baseline.NONE, DETAIL_BITS);
  private int warmAsOfDay;
  private int closingDay;
  private StatsRules rules = StatsRules.standard();
  private SessionDay today;

  /// `logs` are the logarithms of the premium sketch's buckets, shared by all lanes.
  public StatsStage(SessionClock clock, int symbol, String text, double[] logs) {
    this.clock = clock;
    this.symbol = symbol;
    this.text = text;
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
            EventKind.NORMALIZED_EQUITY_PRINT,
            EventKind.WATERMARK,
            EventKind.SESSION_OPENED,
            EventKind.SESSION_CLOSED,
            EventKind.BASELINE_CARRIED,
            EventKind.RULES_ACTIVATED)
        .emitting(EventKind.WINDOWED_PRINT, EventKind.BASELINE_SUMMARY);
  }

  @Override
  public void on(Event event, Emitter out) {
    switch (event) {
      case PricedPrint priced -> out.emit(window(priced));
      case OpenInterest oi -> contract(oi.contract()).publish(oi);
      case Amended amended -> takeBack(amended);
      case NormalizedEquityPrint print -> {
        if (print.countsForVolume()) {
          session.addStock(print.print().size());
        }
      }
      case SessionOpened opened -> startDay(opened.day());
      case BaselineCarried carried -> carry(carried);
      case SessionClosed closed -> closingDay = closed.day();
      case Watermark watermark -> {
        if (closingDay > 0) {
          summarise(watermark.tsNanos(), out);
        }
      }
      case RulesActivated activated -> rules = StatsRules.from(activated.values());
      case SourceEvent _, ControlEvent _, TradeEvent _, DerivedEvent _ -> {}
    }
  }

  private WindowedPrint window(PricedPrint priced) {
    SidedPrint sided = priced.sided();
    NormalizedPrint print = sided.quoted().print();
    startDay(print.tradeDay());
    ContractStats contract = contract(print.print().contract());
    int minute = minuteOf(print.tsNanos());
    long premium = print.premiumMicros();
    if (print.condition().countsForVolume()) {
      contract.dayVolume += print.print().size();
      minutes.addVolume(minute, print.print().size());
      session.addSize(premiums.bucket(print.print().size()));
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
    session.add(premiums.bucket(premium));
    return new WindowedPrint(
        priced,
        contract.dayVolume,
        contract.openInterest,
        contract.oiAsOfDay,
        contract.repeats.together(label),
        contract.repeats.count(label),
        minutes.volume(minute),
        minutes.baseline(minute),
        openBaseline(minute),
        minutes.bullishRatio(minute),
        minutes.bullishPremiumRatio(minute),
        contract.rankAndAdd(print.contract(), premium, rules.minimumSamples(), warm),
        symbolRank,
        z,
        enough,
        warm.sizePercentile99(),
        warm.baseline().adv(),
        warm.volumeRatio(minutes.dayVolume(), print.tsNanos() - today.midnightNanos()));
  }

  private double openBaseline(int minute) {
    boolean isOpen = minute >= rules.openFrom() && minute < rules.openTo();
    double earlier = warm.baseline().openMean();
    return isOpen && earlier > 0
        ? earlier
        : minutes.openBaseline(minute, rules.openFrom(), rules.openTo());
  }

  /// Earlier sessions from another log. What claims to know today or later is refused.
  private void carry(BaselineCarried carried) {
    if (today.day() > 0 && carried.asOfDay() >= today.day()) {
      return;
    }
    warmAsOfDay = carried.asOfDay();
    freeze(carried.baseline());
  }

  /// Percentiles start from the earlier sessions and go on with today's prints.
  private void freeze(Baseline earlier) {
    warm = new Warm(earlier, DETAIL_BITS);
    premiums.clear();
    premiums.addAll(earlier.premiums());
    premiums.addAll(session.premiums());
  }

  private void summarise(long tsNanos, Emitter out) {
    int day = closingDay;
    closingDay = 0;
    if (session.isEmpty()) {
      return;
    }
    double[] spread = session.spread(logs);
    Baseline sums = session.baseline(minutes, rules.openFrom(), rules.openTo(), contracts, day);
    out.emit(new BaselineSummary(tsNanos, day, symbol, text, spread[0], spread[1], sums));
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

  /// A new day: the one before becomes part of the earlier sessions.
  private void startDay(int day) {
    if (day <= today.day()) {
      return;
    }
    Baseline earlier = warmAsOfDay >= day ? Baseline.NONE : warm.baseline();
    if (today.day() > 0) {
      if (!session.isEmpty()) {
        Baseline last =
            session.baseline(minutes, rules.openFrom(), rules.openTo(), contracts, today.day());
        earlier = earlier.plus(last, today.day());
        warmAsOfDay = today.day();
      }
      session.clear();
    }
    freeze(earlier);
    minutes.startDay(day);
    today = clock.day(day);
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
    session.save(out);
    Warm.save(warm.baseline(), out);
    out.putInt(warmAsOfDay);
    out.putInt(closingDay);
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
    session.load(in);
    warm = new Warm(Warm.load(in), DETAIL_BITS);
    warmAsOfDay = in.getInt();
    closingDay = in.getInt();
    contracts.clear();
    for (int n = in.getInt(); n > 0; n--) {
      ContractStats contract = new ContractStats();
      contracts.put(in.getInt(), contract);
      contract.load(in);
    }
  }
}
