package io.truetape.store.duckdb;

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
import io.truetape.model.market.SaleCondition;
import io.truetape.model.market.Sentiment;
import io.truetape.model.market.Side;
import io.truetape.model.market.SideRule;
import io.truetape.model.market.VendorGreeks;
import io.truetape.model.symbol.Contract;
import io.truetape.model.time.SessionPhase;
import io.truetape.store.query.StoredPrint;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Reads one row of `flow`, in the column order of [FlowBatch], back into the records it was made
/// of.
final class FlowRow {
  private final ResultSet in;
  private final Dictionary dictionary;
  private int column;

  FlowRow(ResultSet in, Dictionary dictionary) {
    this.in = in;
    this.dictionary = dictionary;
  }

  StoredPrint read() throws SQLException {
    column = 0;
    long seq = nextLong(0);
    long cause = nextLong(0);
    long ts = nextLong(0);
    long ingest = nextLong(0);
    FeedId feed = FeedId.ofCode(nextInt(0));
    long vendorSequence = nextLong(0);
    int flags = nextInt(0);
    int day = nextInt(0);
    SessionPhase phase = SessionPhase.values()[nextInt(0)];
    Contract contract = dictionary.contract(nextInt(0));
    int logContract = nextInt(0);
    column += 5;
    int dte = nextInt(0);
    long price = nextLong(0);
    int size = nextInt(0);
    long premium = nextLong(0);
    int venue = nextInt(0);
    int condition = nextInt(0);
    column++;
    JoinQuality arrival = JoinQuality.values()[nextInt(0)];
    QuoteLocation location = QuoteLocation.values()[nextInt(0)];
    JoinQuality join = JoinQuality.values()[nextInt(0)];
    Nbbo nbbo = nbbo(ts);
    long spotDouble = nextLong(0);
    long spotTs = nextLong(0);
    double otm = nextDouble(0);
    Sidedness sided = sidedness();
    Priced priced = priced();
    OptionPrint print =
        new OptionPrint(
            ts,
            ingest,
            feed,
            logContract,
            price,
            size,
            venue,
            condition,
            vendorSequence,
            join == JoinQuality.IN_BAND ? nbbo : Nbbo.NONE,
            vendor(),
            flags);
    NormalizedPrint normalized =
        new NormalizedPrint(print, seq, contract, day, phase, SaleCondition.of(condition), arrival);
    QuotedPrint quoted = new QuotedPrint(normalized, nbbo, location, join, spotDouble, spotTs);
    PricedPrint pricedPrint = priced.of(sided.of(quoted));
    Sentiment sentiment = Sentiment.values()[nextInt(0)];
    long dayVolume = nextLong(0);
    long openInterest = nextLong(-1);
    int oiAsOf = nextInt(0);
    double volOi = nextDouble(-1);
    WindowedPrint windowed = windowed(pricedPrint, dayVolume, openInterest, oiAsOf);
    ChippedPrint row =
        new ChippedPrint(
            new MeasuredPrint(
                windowed,
                premium,
                dte,
                otm,
                quoted.hasSpot(),
                volOi,
                sentiment,
                nextDouble(0),
                nextDouble(-1),
                nextInt(0)),
            nextLong(0));
    return StoredPrint.fresh(row, cause);
  }

  private Nbbo nbbo(long ts) throws SQLException {
    long bid = nextLong(Nbbo.MISSING);
    long ask = nextLong(Nbbo.MISSING);
    int bidSize = nextInt(0);
    int askSize = nextInt(0);
    long age = nextLong(Long.MIN_VALUE);
    return age == Long.MIN_VALUE ? Nbbo.NONE : new Nbbo(bid, ask, bidSize, askSize, ts - age);
  }

  /// The columns of a [SidedPrint], read before the print itself is whole.
  private record Sidedness(double pBuy, Side side, SideRule rule, double accuracy) {
    SidedPrint of(QuotedPrint quoted) {
      return new SidedPrint(quoted, pBuy, side, rule, accuracy);
    }
  }

  private Sidedness sidedness() throws SQLException {
    double pBuy = nextDouble(0);
    Side side = Side.values()[nextInt(0)];
    SideRule rule = SideRule.values()[nextInt(0)];
    return new Sidedness(pBuy, side, rule, nextDouble(0));
  }

  /// The columns of a [PricedPrint].
  private record Priced(
      GreeksAbsence absence,
      Greeks greeks,
      double delta,
      long deltaNotionalMicros,
      double forward,
      boolean parityForward,
      long markTsNanos) {
    PricedPrint of(SidedPrint sided) {
      return absence == GreeksAbsence.NONE
          ? new PricedPrint(
              sided,
              greeks,
              delta,
              deltaNotionalMicros,
              forward,
              parityForward,
              markTsNanos,
              absence)
          : PricedPrint.without(sided, absence);
    }
  }

  private Priced priced() throws SQLException {
    GreeksAbsence absence = GreeksAbsence.values()[nextInt(0)];
    double iv = nextDouble(-1);
    double delta = nextDouble(0);
    Greeks greeks =
        new Greeks(
            iv,
            nextDouble(0),
            nextDouble(0),
            nextDouble(0),
            nextDouble(0),
            nextDouble(0),
            nextDouble(0),
            nextDouble(0));
    return new Priced(
        absence, greeks, delta, nextLong(0), nextDouble(0), nextInt(0) == 1, nextLong(0));
  }

  private VendorGreeks vendor() throws SQLException {
    return new VendorGreeks(
        nextDouble(-1), nextDouble(0), nextDouble(0), nextDouble(0), nextDouble(0));
  }

  private WindowedPrint windowed(PricedPrint priced, long dayVolume, long oi, int oiAsOf)
      throws SQLException {
    int repeat3m = nextInt(0);
    int repeatExact = nextInt(0);
    long symbolVolume = nextLong(0);
    double baseline = nextDouble(0);
    double openBaseline = nextDouble(0);
    double bullish = nextDouble(-1);
    double bullishPremium = nextDouble(-1);
    double contractPercentile = nextDouble(-1);
    double symbolPercentile = nextDouble(-1);
    double z = nextDouble(Double.NaN);
    boolean hasZ = !Double.isNaN(z);
    return new WindowedPrint(
        priced,
        dayVolume,
        oi,
        oiAsOf,
        repeat3m,
        repeatExact,
        symbolVolume,
        baseline,
        openBaseline,
        bullish,
        bullishPremium,
        contractPercentile,
        symbolPercentile,
        hasZ ? z : 0,
        hasZ,
        nextLong(-1),
        nextLong(-1),
        nextDouble(-1));
  }

  private long nextLong(long absent) throws SQLException {
    long value = in.getLong(++column);
    return in.wasNull() ? absent : value;
  }

  private int nextInt(int absent) throws SQLException {
    int value = in.getInt(++column);
    return in.wasNull() ? absent : value;
  }

  private double nextDouble(double absent) throws SQLException {
    double value = in.getDouble(++column);
    return in.wasNull() ? absent : value;
  }
}
