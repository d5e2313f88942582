package io.truetape.engine.wire;

import io.truetape.model.event.source.AuctionImbalance;
import io.truetape.model.event.source.ChainRow;
import io.truetape.model.event.source.EquityPrint;
import io.truetape.model.event.source.EquityQuote;
import io.truetape.model.event.source.IndexValue;
import io.truetape.model.event.source.OpenInterest;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.event.source.OptionQuote;
import io.truetape.model.event.source.RatePoint;
import io.truetape.model.event.source.TradingStatus;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.Side;
import io.truetape.model.market.VendorGreeks;

/// Prints, quotes, levels, open interest: the events there are many of. Field order is the format.
final class MarketWire {
  private MarketWire() {}

  static void put(OptionQuote e, WireWriter out) {
    out.putLong(e.sourceTsNanos());
    out.putLong(e.ingestTsNanos());
    out.putByte(e.feed().code());
    out.putInt(e.contract());
    out.putLong(e.bidMicros());
    out.putLong(e.askMicros());
    out.putInt(e.bidSize());
    out.putInt(e.askSize());
    out.putInt(e.venue());
    out.putInt(e.bidVenue());
    out.putInt(e.askVenue());
  }

  static OptionQuote getOptionQuote(WireReader in) {
    return new OptionQuote(
        in.getLong(),
        in.getLong(),
        FeedId.ofCode(in.getByte()),
        in.getInt(),
        in.getLong(),
        in.getLong(),
        in.getInt(),
        in.getInt(),
        in.getInt(),
        in.getInt(),
        in.getInt());
  }

  static void put(OptionPrint e, WireWriter out) {
    out.putLong(e.sourceTsNanos());
    out.putLong(e.ingestTsNanos());
    out.putByte(e.feed().code());
    out.putInt(e.contract());
    out.putLong(e.priceMicros());
    out.putInt(e.size());
    out.putInt(e.venue());
    out.putInt(e.condition());
    out.putLong(e.vendorSequence());
    putNbbo(e.nbbo(), out);
    putGreeks(e.vendor(), out);
    out.putInt(e.flags());
  }

  static OptionPrint getOptionPrint(WireReader in) {
    return new OptionPrint(
        in.getLong(),
        in.getLong(),
        FeedId.ofCode(in.getByte()),
        in.getInt(),
        in.getLong(),
        in.getInt(),
        in.getInt(),
        in.getInt(),
        in.getLong(),
        getNbbo(in),
        getGreeks(in),
        in.getInt());
  }

  static void put(EquityPrint e, WireWriter out) {
    out.putLong(e.sourceTsNanos());
    out.putLong(e.ingestTsNanos());
    out.putByte(e.feed().code());
    out.putInt(e.symbol());
    out.putLong(e.priceMicros());
    out.putInt(e.size());
    out.putInt(e.venue());
    out.putText(e.conditions());
    out.putLong(e.participantTsNanos());
    out.putLong(e.vendorSequence());
    out.putInt(e.flags());
  }

  static EquityPrint getEquityPrint(WireReader in) {
    return new EquityPrint(
        in.getLong(),
        in.getLong(),
        FeedId.ofCode(in.getByte()),
        in.getInt(),
        in.getLong(),
        in.getInt(),
        in.getInt(),
        in.getText(),
        in.getLong(),
        in.getLong(),
        in.getInt());
  }

  static void put(EquityQuote e, WireWriter out) {
    out.putLong(e.sourceTsNanos());
    out.putLong(e.ingestTsNanos());
    out.putByte(e.feed().code());
    out.putInt(e.symbol());
    out.putLong(e.bidMicros());
    out.putLong(e.askMicros());
    out.putInt(e.bidSize());
    out.putInt(e.askSize());
    out.putInt(e.bidVenue());
    out.putInt(e.askVenue());
  }

  static EquityQuote getEquityQuote(WireReader in) {
    return new EquityQuote(
        in.getLong(),
        in.getLong(),
        FeedId.ofCode(in.getByte()),
        in.getInt(),
        in.getLong(),
        in.getLong(),
        in.getInt(),
        in.getInt(),
        in.getInt(),
        in.getInt());
  }

  static void put(IndexValue e, WireWriter out) {
    out.putLong(e.sourceTsNanos());
    out.putLong(e.ingestTsNanos());
    out.putByte(e.feed().code());
    out.putInt(e.symbol());
    out.putLong(e.valueMicros());
  }

  static IndexValue getIndexValue(WireReader in) {
    return new IndexValue(
        in.getLong(), in.getLong(), FeedId.ofCode(in.getByte()), in.getInt(), in.getLong());
  }

  static void put(OpenInterest e, WireWriter out) {
    out.putLong(e.sourceTsNanos());
    out.putLong(e.ingestTsNanos());
    out.putByte(e.feed().code());
    out.putInt(e.contract());
    out.putLong(e.openInterest());
    out.putInt(e.asOfDay());
    out.putText(e.source());
  }

  static OpenInterest getOpenInterest(WireReader in) {
    return new OpenInterest(
        in.getLong(),
        in.getLong(),
        FeedId.ofCode(in.getByte()),
        in.getInt(),
        in.getLong(),
        in.getInt(),
        in.getText());
  }

  static void put(RatePoint e, WireWriter out) {
    out.putLong(e.sourceTsNanos());
    out.putLong(e.ingestTsNanos());
    out.putByte(e.feed().code());
    out.putInt(e.tenorDays());
    out.putDouble(e.rate());
    out.putInt(e.asOfDay());
    out.putText(e.source());
  }

  static RatePoint getRatePoint(WireReader in) {
    return new RatePoint(
        in.getLong(),
        in.getLong(),
        FeedId.ofCode(in.getByte()),
        in.getInt(),
        in.getDouble(),
        in.getInt(),
        in.getText());
  }

  static void put(ChainRow e, WireWriter out) {
    out.putLong(e.sourceTsNanos());
    out.putLong(e.ingestTsNanos());
    out.putByte(e.feed().code());
    out.putInt(e.contract());
    putNbbo(e.nbbo(), out);
    out.putLong(e.lastMicros());
    out.putLong(e.volume());
    out.putLong(e.openInterest());
    putGreeks(e.vendor(), out);
  }

  static ChainRow getChainRow(WireReader in) {
    return new ChainRow(
        in.getLong(),
        in.getLong(),
        FeedId.ofCode(in.getByte()),
        in.getInt(),
        getNbbo(in),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        getGreeks(in));
  }

  static void put(AuctionImbalance e, WireWriter out) {
    out.putLong(e.sourceTsNanos());
    out.putLong(e.ingestTsNanos());
    out.putByte(e.feed().code());
    out.putInt(e.symbol());
    out.putShort(e.auctionType());
    out.putLong(e.pairedSize());
    out.putLong(e.imbalanceSize());
    out.putByte(e.side().ordinal());
    out.putLong(e.referenceMicros());
    out.putLong(e.nearMicros());
    out.putLong(e.farMicros());
  }

  static AuctionImbalance getAuctionImbalance(WireReader in) {
    return new AuctionImbalance(
        in.getLong(),
        in.getLong(),
        FeedId.ofCode(in.getByte()),
        in.getInt(),
        (char) in.getShort(),
        in.getLong(),
        in.getLong(),
        of(Side.values(), in.getByte()),
        in.getLong(),
        in.getLong(),
        in.getLong());
  }

  static void put(TradingStatus e, WireWriter out) {
    out.putLong(e.sourceTsNanos());
    out.putLong(e.ingestTsNanos());
    out.putByte(e.feed().code());
    out.putInt(e.symbol());
    out.putBoolean(e.trading());
    out.putText(e.reason());
  }

  static TradingStatus getTradingStatus(WireReader in) {
    return new TradingStatus(
        in.getLong(),
        in.getLong(),
        FeedId.ofCode(in.getByte()),
        in.getInt(),
        in.getBoolean(),
        in.getText());
  }

  private static void putNbbo(Nbbo n, WireWriter out) {
    out.putBoolean(n.isPresent());
    if (n.isPresent()) {
      out.putLong(n.bidMicros());
      out.putLong(n.askMicros());
      out.putInt(n.bidSize());
      out.putInt(n.askSize());
      out.putLong(n.tsNanos());
    }
  }

  private static Nbbo getNbbo(WireReader in) {
    return in.getBoolean()
        ? new Nbbo(in.getLong(), in.getLong(), in.getInt(), in.getInt(), in.getLong())
        : Nbbo.NONE;
  }

  private static void putGreeks(VendorGreeks g, WireWriter out) {
    out.putBoolean(g.isPresent());
    if (g.isPresent()) {
      out.putDouble(g.iv());
      out.putDouble(g.delta());
      out.putDouble(g.gamma());
      out.putDouble(g.theta());
      out.putDouble(g.vega());
    }
  }

  private static VendorGreeks getGreeks(WireReader in) {
    return in.getBoolean()
        ? new VendorGreeks(
            in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble())
        : VendorGreeks.NONE;
  }

  private static Side of(Side[] values, int ordinal) {
    return values[ordinal];
  }
}
