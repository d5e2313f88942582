package io.truetape.store;

import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.MeasuredPrint;
import io.truetape.model.event.derived.NormalizedPrint;
import io.truetape.model.event.derived.QuotedPrint;
import io.truetape.model.event.derived.SidedPrint;
import io.truetape.model.event.derived.WindowedPrint;
import io.truetape.model.event.derived.greeks.PricedPrint;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.Greeks;
import io.truetape.model.market.GreeksAbsence;
import io.truetape.model.market.JoinQuality;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.QuoteLocation;
import io.truetape.model.market.Right;
import io.truetape.model.market.SaleCondition;
import io.truetape.model.market.Sentiment;
import io.truetape.model.market.Side;
import io.truetape.model.market.SideRule;
import io.truetape.model.market.VendorGreeks;
import io.truetape.model.symbol.Contract;
import io.truetape.model.time.SessionPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Seeded tape rows in which every field varies and everything optional is sometimes absent.
public final class SamplePrints {
  /// 2026-01-16, 09:30 New York.
  public static final long OPEN_NANOS = 1_768_573_800_000_000_000L;

  /// 2026-01-16 as an epoch day.
  public static final int DAY = 20_469;

  private static final List<String> ROOTS = List.of("SPY", "SPXW", "AAPL", "QQQ", "TSLA", "BRKB");
  private static final String CONDITIONS = " ISafknBu0";
  private final SplittableRandom random;
  private final List<Contract> contracts = new ArrayList<>();

  public SamplePrints(long seed) {
    random = new SplittableRandom(seed);
    for (String root : ROOTS) {
      for (int i = 0; i < 20; i++) {
        contracts.add(
            Contract.standard(
                root,
                DAY + random.nextInt(60),
                random.nextBoolean() ? Right.CALL : Right.PUT,
                (100 + random.nextInt(500)) * 500_000L));
      }
    }
  }

  /// The contracts these prints are of.
  public List<Contract> contracts() {
    return List.copyOf(contracts);
  }

  /// A print `offsetNanos` after the open.
  public ChippedPrint next(long seq, long offsetNanos) {
    int number = random.nextInt(contracts.size());
    Contract c = contracts.get(number);
    long ts = OPEN_NANOS + offsetNanos;
    boolean hasQuote = random.nextInt(8) > 0;
    long bid = random.nextInt(1, 2_000) * 10_000L;
    Nbbo nbbo =
        hasQuote
            ? new Nbbo(
                random.nextInt(20) == 0 ? Nbbo.MISSING : bid,
                bid + random.nextInt(0, 40) * 10_000L,
                random.nextInt(500),
                random.nextInt(500),
                ts - random.nextInt(2_000_000))
            : Nbbo.NONE;
    boolean inBand = hasQuote && random.nextBoolean();
    int letter = CONDITIONS.charAt(random.nextInt(CONDITIONS.length()));
    int condition = random.nextInt(50) == 0 ? SaleCondition.FOREIGN + 77 : letter;
    OptionPrint print =
        new OptionPrint(
            ts,
            ts + random.nextInt(5_000_000),
            FeedId.SYNTHETIC,
            number + 1,
            random.nextInt(1, 3_000) * 10_000L,
            random.nextInt(1, 500),
            random.nextInt(40) == 0 ? 256 + 99 : random.nextInt(1, 20),
            condition,
            seq * 3,
            inBand ? nbbo : Nbbo.NONE,
            random.nextInt(3) == 0
                ? new VendorGreeks(0.31, random.nextInt(-100, 100) / 100.0, 0.01, -8.5, 22.25)
                : VendorGreeks.NONE,
            0);
    NormalizedPrint normalized =
        new NormalizedPrint(
            print,
            seq,
            c,
            DAY + (int) (offsetNanos / 86_400_000_000_000L),
            random.nextInt(9) == 0 ? SessionPhase.CURB : SessionPhase.RTH,
            SaleCondition.of(condition),
            inBand ? JoinQuality.IN_BAND : JoinQuality.WAITED);
    return measured(normalized, nbbo, inBand);
  }

  private ChippedPrint measured(NormalizedPrint n, Nbbo nbbo, boolean inBand) {
    boolean hasSpot = random.nextInt(10) > 0;
    QuotedPrint quoted =
        new QuotedPrint(
            n,
            nbbo,
            one(QuoteLocation.values()),
            inBand ? JoinQuality.IN_BAND : JoinQuality.WAITED,
            hasSpot ? 1_200_000_001L + random.nextInt(1_000_000) : 0,
            hasSpot ? n.tsNanos() - 1_000 : 0);
    Side side = one(Side.values());
    SidedPrint sided =
        new SidedPrint(quoted, random.nextInt(101) / 100.0, side, one(SideRule.values()), 0.75);
    long oi = random.nextInt(6) == 0 ? -1 : random.nextInt(5_000);
    long volume = random.nextInt(1, 20_000);
    boolean hasZ = random.nextBoolean();
    WindowedPrint windowed =
        new WindowedPrint(
            priced(sided),
            volume,
            oi,
            oi < 0 ? 0 : DAY - 1,
            random.nextInt(30),
            random.nextInt(20),
            random.nextInt(10_000),
            random.nextInt(1_000) / 3.0,
            random.nextInt(1_000) / 7.0,
            random.nextInt(5) == 0 ? -1 : random.nextInt(101) / 100.0,
            random.nextInt(5) == 0 ? -1 : random.nextInt(101) / 100.0,
            random.nextInt(5) == 0 ? -1 : random.nextInt(101) / 100.0,
            random.nextInt(5) == 0 ? -1 : random.nextInt(101) / 100.0,
            hasZ ? random.nextInt(-300, 300) / 100.0 : 0,
            hasZ,
            random.nextInt(3) == 0 ? -1 : random.nextInt(500),
            random.nextInt(3) == 0 ? -1 : random.nextInt(50_000),
            random.nextInt(3) == 0 ? -1 : random.nextInt(300) / 100.0);
    return new ChippedPrint(
        new MeasuredPrint(
            windowed,
            n.premiumMicros(),
            n.contract().expiryDay() - n.tradeDay(),
            hasSpot ? random.nextInt(-2_000, 2_000) / 100.0 : 0,
            hasSpot,
            oi < 0 ? -1 : (double) volume / Math.max(oi, 1),
            one(Sentiment.values()),
            random.nextInt(101) / 100.0,
            random.nextInt(6) == 0 ? -1 : random.nextInt(101) / 100.0,
            random.nextInt(32)),
        random.nextLong() & ((1L << 37) - 1));
  }

  private PricedPrint priced(SidedPrint sided) {
    GreeksAbsence absence = one(GreeksAbsence.values());
    if (absence != GreeksAbsence.NONE && random.nextBoolean()) {
      return PricedPrint.without(sided, absence);
    }
    double delta = random.nextInt(-100, 101) / 100.0;
    return new PricedPrint(
        sided,
        new Greeks(random.nextInt(5, 300) / 100.0, delta, 0.012, -41.5, 88.25, 17.5, -0.75, 3.5),
        delta / 2,
        Math.round(delta * 1e9),
        601.25,
        random.nextBoolean(),
        sided.tsNanos() - random.nextInt(70) * 1_000_000_000L,
        GreeksAbsence.NONE);
  }

  @SafeVarargs
  private <T> T one(T... values) {
    return values[random.nextInt(values.length)];
  }
}
