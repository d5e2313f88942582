package io.truetape.pipeline.strikes;

import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.TradeEvent;
import io.truetape.model.event.control.OperatorCommand;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.control.SessionOpened;
import io.truetape.model.event.derived.Amended;
import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.NormalizedLevel;
import io.truetape.model.event.derived.Watermark;
import io.truetape.model.event.derived.greeks.ContractPriced;
import io.truetape.model.event.source.ContractListed;
import io.truetape.model.event.source.EquityQuote;
import io.truetape.model.event.source.OpenInterest;
import io.truetape.model.market.ExpiryBucket;
import io.truetape.model.price.Price;
import io.truetape.model.text.BadInput;
import io.truetape.model.time.SessionClock;
import io.truetape.model.time.SessionDay;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.Shape;
import io.truetape.pipeline.Stage;
import io.truetape.pipeline.StageId;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.table.QuoteRing;

/// Adds up the option flow of one underlying by strike, by minute, and by strike and expiry.
public final class StrikesStage implements Stage {
  /// The operator's command that sets or clears the hot zone: target the symbol, detail a strike
  /// in dollars or `off`.
  public static final String HOT_ZONE = "hot-zone";

  private final SessionClock clock;
  private final Board board;
  private final Tide tide;
  private final Heat heat;
  private final Flow flow = new Flow();
  private Remembered remembered = new Remembered();
  private QuoteRing quotes = new QuoteRing();
  private StrikesRules rules = StrikesRules.standard();
  private SessionDay today;
  private long reachedNanos;
  private long levelMicros;
  private long levelNanos;

  public StrikesStage(SessionClock clock, int symbol, String text) {
    this.clock = clock;
    this.board = new Board(symbol, text);
    this.tide = new Tide(symbol, text);
    this.heat = new Heat(symbol, text);
    this.today = clock.day(0);
  }

  @Override
  public StageId id() {
    return StageId.STRIKES;
  }

  @Override
  public Shape shape() {
    return Shape.reading(
            EventKind.CHIPPED_PRINT,
            EventKind.AMENDED,
            EventKind.CONTRACT_PRICED,
            EventKind.CONTRACT_LISTED,
            EventKind.OPEN_INTEREST,
            EventKind.EQUITY_QUOTE,
            EventKind.NORMALIZED_LEVEL,
            EventKind.WATERMARK,
            EventKind.SESSION_OPENED,
            EventKind.OPERATOR_COMMAND,
            EventKind.RULES_ACTIVATED)
        .emitting(EventKind.STRIKE_BOARD, EventKind.FLOW_MINUTE, EventKind.HEAT_CELLS);
  }

  @Override
  public void on(Event event, Emitter out) {
    switch (event) {
      case ChippedPrint print -> add(print, out);
      case Amended amended -> takeBack(amended, out);
      case ContractPriced priced -> board.priced(priced);
      case EquityQuote quote -> remember(quote);
      case NormalizedLevel level -> {
        levelMicros = level.valueMicros();
        levelNanos = level.tsNanos();
      }
      case Watermark watermark -> reach(watermark.tsNanos(), out);
      case ContractListed listed -> board.list(listed);
      case OpenInterest oi -> board.openInterest(oi);
      case SessionOpened opened -> startDay(opened.day(), out);
      case OperatorCommand command -> obey(command);
      case RulesActivated activated -> rules = StrikesRules.from(activated.values());
      case SourceEvent _, ControlEvent _, TradeEvent _, DerivedEvent _ -> {}
    }
  }

  private void add(ChippedPrint print, Emitter out) {
    startDay(print.normalized().tradeDay(), out);
    long ts = print.tsNanos();
    board.endBars(ts, today.midnightNanos());
    flow.set(print);
    remembered.add(print.printSeq(), flow);
    board.add(print.print().contract(), flow);
    tide.add(ts, flow, out);
    ExpiryBucket bucket = ExpiryBucket.of(print.measured().dte());
    heat.add(ts, print.contract().strikeMicros(), bucket, flow, out);
  }

  private void takeBack(Amended amended, Emitter out) {
    if (!amended.foundOriginal() || !today.contains(amended.printTsNanos())) {
      return;
    }
    flow.takeBack(amended);
    remembered.takeBack(amended.printSeq(), flow);
    board.endBars(amended.tsNanos(), today.midnightNanos());
    board.add(amended.contractId(), flow);
    tide.add(amended.printTsNanos(), flow, out);
    ExpiryBucket bucket = ExpiryBucket.of(amended.contract().expiryDay() - today.day());
    heat.add(amended.tsNanos(), amended.contract().strikeMicros(), bucket, flow, out);
  }

  private void remember(EquityQuote q) {
    long neededFrom = reachedNanos - rules.joinWaitNanos() - 1;
    reachedNanos = Math.max(reachedNanos, q.sourceTsNanos());
    quotes.add(q.sourceTsNanos(), q.bidMicros(), q.askMicros(), 0, 0, neededFrom);
  }

  private void reach(long tsNanos, Emitter out) {
    if (tsNanos >= today.nextMidnightNanos()) {
      startDay(clock.dayAt(tsNanos).day(), out);
    }
    tide.closeUntil(tsNanos, out);
    heat.closeUntil(tsNanos, out);
    board.endBars(tsNanos, today.midnightNanos());
    int quote = quotes.asOf(tsNanos);
    boolean isStock = quote >= 0 && quotes.time(quote) >= levelNanos;
    long spot = isStock ? quotes.doubleMid(quote) : 2 * levelMicros;
    board.publish(tsNanos, spot, isStock ? quotes.time(quote) : levelNanos, rules, out);
  }

  private void startDay(int day, Emitter out) {
    if (day <= today.day()) {
      return;
    }
    tide.closeUntil(Long.MAX_VALUE, out);
    heat.closeUntil(Long.MAX_VALUE, out);
    today = clock.day(day);
    tide.clear();
    heat.clear();
    board.startDay(day);
    remembered = new Remembered();
  }

  private void obey(OperatorCommand command) {
    if (!command.command().equals(HOT_ZONE)) {
      return;
    }
    try {
      board.focus(command.detail().equals("off") ? 0 : Price.parse(command.detail()));
    } catch (BadInput e) {
      board.focus(0);
    }
  }

  @Override
  public void save(StateWriter out) {
    out.putInt(today.day());
    out.putLong(reachedNanos);
    out.putLong(levelMicros);
    out.putLong(levelNanos);
    quotes.save(out);
    board.save(out);
    tide.save(out);
    heat.save(out);
    remembered.save(out);
  }

  @Override
  public void load(StateReader in) {
    today = clock.day(in.getInt());
    reachedNanos = in.getLong();
    levelMicros = in.getLong();
    levelNanos = in.getLong();
    quotes = new QuoteRing();
    quotes.load(in);
    board.load(in);
    tide.load(in);
    heat.load(in);
    remembered.load(in);
  }
}
