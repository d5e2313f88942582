package io.truetape.feed.tape;

import io.truetape.model.baseline.Baseline;
import io.truetape.model.baseline.BucketCount;
import io.truetape.model.baseline.ContractBaseline;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.control.BaselineCarried;
import io.truetape.model.event.control.FeedSilence;
import io.truetape.model.event.control.OperatorCommand;
import io.truetape.model.event.control.RuleValue;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.control.SessionClosed;
import io.truetape.model.event.control.SessionOpened;
import io.truetape.model.event.control.Tick;
import io.truetape.model.event.control.UserRuleActivated;
import io.truetape.model.event.source.AuctionImbalance;
import io.truetape.model.event.source.CalendarEntry;
import io.truetape.model.event.source.CalendarKind;
import io.truetape.model.event.source.ChainRow;
import io.truetape.model.event.source.CorporateAction;
import io.truetape.model.event.source.EquityPrint;
import io.truetape.model.event.source.EquityQuote;
import io.truetape.model.event.source.FeedState;
import io.truetape.model.event.source.FeedStatus;
import io.truetape.model.event.source.Gap;
import io.truetape.model.event.source.IndexValue;
import io.truetape.model.event.source.NewsStory;
import io.truetape.model.event.source.OpenInterest;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.event.source.OptionQuote;
import io.truetape.model.event.source.RatePoint;
import io.truetape.model.event.source.Rejected;
import io.truetape.model.event.source.TradingStatus;
import io.truetape.model.event.trade.AccountUpdate;
import io.truetape.model.event.trade.ApprovalGiven;
import io.truetape.model.event.trade.Fill;
import io.truetape.model.event.trade.OrderSent;
import io.truetape.model.event.trade.OrderUpdate;
import io.truetape.model.event.trade.PositionUpdate;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.Right;
import io.truetape.model.market.SaleCondition;
import io.truetape.model.market.Side;
import io.truetape.model.market.VendorGreeks;
import io.truetape.model.market.Venue;
import io.truetape.model.symbol.Contract;
import io.truetape.model.symbol.ExerciseStyle;
import io.truetape.model.symbol.Settlement;
import io.truetape.model.symbol.SymbolKind;
import io.truetape.testkit.MemoryIntake;
import io.truetape.testkit.Property.Gen;
import java.util.List;
import java.util.stream.Stream;

/// One random event of every source, control and trade kind that is not a listing.
record RandomEvents(Gen gen, MemoryIntake intake) {
  private static final long DAY = 86_400_000_000_000L;

  Event event(EventKind kind) {
    long ts = time();
    return switch (kind) {
      case OPTION_QUOTE ->
          new OptionQuote(
              ts,
              rx(ts),
              feed(),
              contract(),
              price(),
              price(),
              size(),
              size(),
              venue(),
              venue(),
              venue());
      case OPTION_PRINT ->
          new OptionPrint(
              ts,
              rx(ts),
              feed(),
              contract(),
              price(),
              size(),
              venue(),
              condition(),
              seq(),
              nbbo(ts),
              greeks(),
              gen.between(0, 9));
      case EQUITY_PRINT ->
          new EquityPrint(
              ts,
              rx(ts),
              feed(),
              symbol(),
              price(),
              size(),
              venue(),
              gen.text(4),
              gen.chance(0.5) ? 0 : rx(ts),
              seq(),
              gen.between(0, 7));
      case EQUITY_QUOTE ->
          new EquityQuote(
              ts, rx(ts), feed(), symbol(), price(), price(), size(), size(), venue(), venue());
      case INDEX_VALUE -> new IndexValue(ts, rx(ts), feed(), symbol(), price());
      case OPEN_INTEREST ->
          new OpenInterest(
              ts, rx(ts), feed(), contract(), gen.between(0, 99_999), day(), gen.text(9));
      case RATE_POINT ->
          new RatePoint(
              ts,
              rx(ts),
              feed(),
              gen.between(0, 12_000),
              gen.random().nextDouble() - 0.1,
              day(),
              gen.text(9));
      case CHAIN_ROW ->
          new ChainRow(ts, rx(ts), feed(), contract(), nbbo(ts), price(), seq(), seq(), greeks());
      case AUCTION_IMBALANCE ->
          new AuctionImbalance(
              ts,
              rx(ts),
              feed(),
              symbol(),
              (char) gen.between(32, 126),
              seq(),
              seq(),
              gen.oneOf(Side.values()),
              price(),
              price(),
              price());
      case TRADING_STATUS ->
          new TradingStatus(ts, rx(ts), feed(), symbol(), gen.chance(0.5), gen.text(20));
      case NEWS_STORY ->
          new NewsStory(
              ts,
              rx(ts),
              feed(),
              gen.text(8),
              gen.text(40),
              gen.text(90) + "\n\t\r\u0007\u2028",
              Stream.generate(() -> gen.text(5)).limit(gen.between(0, 3)).toList(),
              gen.text(9),
              gen.text(30));
      case CALENDAR_ENTRY ->
          new CalendarEntry(
              ts,
              rx(ts),
              feed(),
              gen.oneOf(CalendarKind.values()),
              gen.text(6),
              day(),
              gen.chance(0.3) ? 0 : time(),
              gen.text(20));
      case CORPORATE_ACTION ->
          new CorporateAction(
              ts,
              rx(ts),
              feed(),
              gen.text(6),
              gen.text(6),
              day(),
              gen.between(1, 20),
              gen.between(1, 20),
              price(),
              gen.text(20));
      case FEED_STATUS ->
          new FeedStatus(
              ts,
              rx(ts),
              feed(),
              gen.oneOf(FeedState.values()),
              gen.text(30),
              gen.between(0, 5_000));
      case GAP -> new Gap(ts, rx(ts), feed(), rx(ts), rx(ts), seq(), gen.text(30), gen.chance(0.5));
      case REJECTED -> new Rejected(ts, rx(ts), feed(), gen.text(30), gen.text(99));
      case TICK -> new Tick(ts);
      case SESSION_OPENED -> new SessionOpened(ts, day(), gen.text(12), gen.chance(0.5));
      case SESSION_CLOSED -> new SessionClosed(ts, day());
      case RULES_ACTIVATED ->
          new RulesActivated(
              ts,
              gen.text(9),
              gen.text(9),
              gen.text(16),
              gen.text(99),
              Stream.generate(() -> new RuleValue(gen.text(9), gen.text(9)))
                  .limit(gen.between(0, 3))
                  .toList());
      case USER_RULE_ACTIVATED ->
          new UserRuleActivated(ts, gen.text(9), gen.text(9), gen.text(50), gen.chance(0.5));
      case OPERATOR_COMMAND ->
          new OperatorCommand(ts, gen.text(9), gen.text(9), gen.text(50), gen.text(9));
      case FEED_SILENCE ->
          new FeedSilence(ts, feed(), gen.between(0L, 1L) == 1, gen.between(0L, 99L));
      case BASELINE_CARRIED -> new BaselineCarried(ts, gen.text(6), day(), baseline());
      case ORDER_SENT ->
          new OrderSent(ts, gen.text(9), contract(), gen.between(-99L, 99L), price());
      case ORDER_UPDATE -> new OrderUpdate(ts, gen.text(9), gen.text(9), gen.text(9));
      case FILL -> new Fill(ts, gen.text(9), gen.text(9), gen.between(-99L, 99L), price(), price());
      case ACCOUNT_UPDATE -> new AccountUpdate(ts, gen.text(9), price(), -price());
      case POSITION_UPDATE ->
          new PositionUpdate(ts, gen.text(9), contract(), gen.between(-99L, 99L), price());
      case APPROVAL_GIVEN -> new ApprovalGiven(ts, gen.text(9), gen.text(9), gen.chance(0.5));
      case SYMBOL_LISTED,
          CONTRACT_LISTED,
          NORMALIZED_PRINT,
          NORMALIZED_EQUITY_PRINT,
          NORMALIZED_LEVEL,
          PRINT_REFUSED,
          AMENDED,
          WATERMARK,
          QUOTED_PRINT,
          SIDED_PRINT,
          WINDOWED_PRINT,
          MEASURED_PRINT,
          CHIPPED_PRINT,
          CANDLE_CLOSED,
          FLOW_PACKET,
          STRUCTURE_FOUND,
          SMART_MONEY_EVENT,
          CLASSIFIER_HITS,
          ALERT_CHANGED,
          OPEN_SHARE_VERDICT,
          OFF_EXCHANGE_PRINT,
          DARK_INFERENCE,
          LIQUIDITY_ZONE,
          STRIKE_BOARD,
          FLOW_MINUTE,
          HEAT_CELLS,
          BASELINE_SUMMARY,
          PRICED_PRINT,
          CONTRACT_PRICED,
          EXPOSURE_COMPUTED ->
          throw new IllegalArgumentException(kind + " is not written at random");
    };
  }

  private Baseline baseline() {
    return new Baseline(
        gen.between(0, 20),
        gen.between(0L, 99L),
        gen.between(0L, Long.MAX_VALUE - 1),
        gen.between(0L, 9_999L),
        gen.between(0L, 9_999L),
        gen.between(0L, 1_200L),
        buckets(),
        buckets(),
        buckets(),
        Stream.generate(this::contractBaseline).limit(gen.between(0, 3)).toList());
  }

  private ContractBaseline contractBaseline() {
    String root = gen.oneOf("SPY", "SPXW", "AAPL1");
    return new ContractBaseline(
        root, gen.oneOf(Right.values()), day(), gen.between(1L, 9_999_999_999L), buckets());
  }

  private List<BucketCount> buckets() {
    return Stream.generate(() -> new BucketCount(gen.between(0, 359), gen.between(1L, 9_999L)))
        .limit(gen.between(0, 4))
        .toList();
  }

  private long time() {
    long base = 1_768_573_800_000_000_000L;
    return gen.oneOf(
        0L, base, base + gen.between(0, DAY), base + gen.between(-7_000L * DAY, 7_000L * DAY));
  }

  private long rx(long ts) {
    return ts + gen.oneOf(0L, 1L, 1_300L, 7_000_000L, -2_000_000_000L, gen.between(-DAY, DAY));
  }

  private FeedId feed() {
    return gen.oneOf(FeedId.TAPE, FeedId.TAPE, FeedId.SYNTHETIC, FeedId.OCC, FeedId.ENGINE);
  }

  private long price() {
    return gen.oneOf(
        Nbbo.MISSING, 0L, 10_000L, gen.between(-5L, 5L), gen.between(0L, 9_999_999_999L));
  }

  private int size() {
    return gen.oneOf(0, 1, gen.between(-3, 100_000));
  }

  private long seq() {
    return gen.oneOf(-1L, 0L, gen.between(1L, Long.MAX_VALUE - 1));
  }

  private int day() {
    return gen.between(10_000, 30_000);
  }

  private int venue() {
    return gen.oneOf(0, gen.oneOf(Venue.values()).code(), gen.between(0, 400));
  }

  private int condition() {
    return gen.oneOf((int) gen.oneOf(SaleCondition.values()).letter(), gen.between(0, 400));
  }

  private Nbbo nbbo(long ts) {
    return gen.chance(0.5)
        ? Nbbo.NONE
        : new Nbbo(price(), price(), size(), size(), gen.oneOf(0L, ts, rx(ts)));
  }

  private VendorGreeks greeks() {
    return gen.chance(0.6)
        ? VendorGreeks.NONE
        : new VendorGreeks(
            gen.random().nextDouble(),
            -gen.random().nextDouble(),
            1e-17,
            -0.0,
            gen.random().nextDouble() * 1e9);
  }

  private int symbol() {
    String text = gen.oneOf("SPY", "BRK.B", "SPX", "AAPL", "\"odd =name\"", gen.text(8));
    return intake.symbol(text, gen.oneOf(SymbolKind.values()));
  }

  private int contract() {
    String root = gen.oneOf("SPY", "SPXW", "AAPL1", "BRKB", "A B");
    Contract c =
        Contract.standard(
            root,
            day(),
            gen.oneOf(Right.values()),
            gen.oneOf(
                600_000_000L, 600_500_000L, 1L, 123_456_000_000L, gen.between(1L, 9_999_999_999L)));
    if (gen.chance(0.3)) {
      c =
          new Contract(
              root,
              gen.text(5),
              c.right(),
              c.strikeMicros(),
              c.expiryDay(),
              gen.oneOf(Settlement.values()),
              gen.oneOf(ExerciseStyle.values()),
              gen.between(1, 150),
              gen.text(20));
    }
    return intake.contract(c);
  }
}
