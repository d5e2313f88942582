package io.truetape.pipeline.table;

import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.QuotedPrint;
import io.truetape.model.event.derived.WindowedPrint;
import io.truetape.model.market.QuoteLocation;
import io.truetape.model.market.SaleCondition;
import io.truetape.model.market.Side;
import io.truetape.model.symbol.Contract;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;

/// What a room that waits must remember of a finished print; small, flat, and written to snapshots.
///
/// Units as on the print. `spotDoubleMicros` is 0 without a spot, `iv` -1 and `hasDelta` false
/// without greeks.
public record PrintFacts(
    long seq,
    long tsNanos,
    int day,
    int contractId,
    Contract contract,
    long priceMicros,
    int size,
    int venue,
    SaleCondition condition,
    QuoteLocation location,
    long bidMicros,
    long askMicros,
    double pBuy,
    Side side,
    long spotDoubleMicros,
    double otmPct,
    int dte,
    long premiumMicros,
    long dayVolume,
    long openInterest,
    double sigScore,
    double iv,
    double delta,
    boolean hasDelta,
    long chips) {

  public static PrintFacts of(ChippedPrint print) {
    WindowedPrint w = print.windowed();
    QuotedPrint q = print.quoted();
    return new PrintFacts(
        print.printSeq(),
        print.tsNanos(),
        print.normalized().tradeDay(),
        print.print().contract(),
        print.contract(),
        print.print().priceMicros(),
        print.print().size(),
        print.print().venue(),
        print.normalized().condition(),
        q.location(),
        q.nbbo().bidMicros(),
        q.nbbo().askMicros(),
        print.sided().pBuy(),
        print.sided().side(),
        q.spotDoubleMicros(),
        print.measured().otmPct(),
        print.measured().dte(),
        print.measured().premiumMicros(),
        w.dayVolume(),
        w.openInterest(),
        print.measured().sigScore(),
        print.priced().isPriced() ? print.priced().greeks().iv() : -1,
        print.priced().delta(),
        print.priced().isPriced(),
        print.chips());
  }

  /// True when the venue reported it as a leg of a package or as tied to stock.
  public boolean isLeg() {
    return condition.isMultiLeg() || condition.isStockTied();
  }

  /// True when there is a bid and an ask above it.
  public boolean hasSpread() {
    return bidMicros >= 0 && askMicros > bidMicros;
  }

  /// The price's place in the spread less one half: -0.5 at the bid, 0.5 at the ask; 0 when unknown.
  public double lean() {
    if (!location.isKnown() || !hasSpread()) {
      return 0;
    }
    double place = (double) (priceMicros - bidMicros) / (askMicros - bidMicros) - 0.5;
    return Math.clamp(place, -0.5, 0.5);
  }

  /// Spread over the mid in hundredths of a percent; -1 without a two-sided quote.
  public double spreadBps() {
    return bidMicros >= 0 && askMicros > 0
        ? (askMicros - bidMicros) * 20_000.0 / (askMicros + bidMicros)
        : -1;
  }

  public void save(StateWriter out) {
    out.putLong(seq);
    out.putLong(tsNanos);
    out.putInt(day);
    out.putInt(contractId);
    Contracts.save(contract, out);
    out.putLong(priceMicros);
    out.putInt(size);
    out.putInt(venue);
    out.putInt(condition.ordinal());
    out.putInt(location.ordinal());
    out.putLong(bidMicros);
    out.putLong(askMicros);
    out.putDouble(pBuy);
    out.putInt(side.ordinal());
    out.putLong(spotDoubleMicros);
    out.putDouble(otmPct);
    out.putInt(dte);
    out.putLong(premiumMicros);
    out.putLong(dayVolume);
    out.putLong(openInterest);
    out.putDouble(sigScore);
    out.putDouble(iv);
    out.putDouble(delta);
    out.putBoolean(hasDelta);
    out.putLong(chips);
  }

  public static PrintFacts load(StateReader in) {
    return new PrintFacts(
        in.getLong(),
        in.getLong(),
        in.getInt(),
        in.getInt(),
        Contracts.load(in),
        in.getLong(),
        in.getInt(),
        in.getInt(),
        SaleCondition.values()[in.getInt()],
        QuoteLocation.values()[in.getInt()],
        in.getLong(),
        in.getLong(),
        in.getDouble(),
        Side.values()[in.getInt()],
        in.getLong(),
        in.getDouble(),
        in.getInt(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getDouble(),
        in.getDouble(),
        in.getDouble(),
        in.getBoolean(),
        in.getLong());
  }
}
