package io.truetape.feed.databento;

import io.truetape.feed.file.Outbox;
import io.truetape.model.event.source.AuctionImbalance;
import io.truetape.model.event.source.FeedState;
import io.truetape.model.event.source.FeedStatus;
import io.truetape.model.event.source.TradingStatus;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.Side;

/// One DBN record as source events. Pure.
///
/// Prints and quotes are [MarketMapper]'s, open interest is [OpenInterestMapper]'s. Heartbeats,
/// subscription answers and statistics other than open interest are read over.
final class DbnMapper {
  private static final FeedId FEED = FeedId.DATABENTO;
  private static final int UNDEFINED_INT = Integer.MAX_VALUE;

  private final Instruments instruments;
  private final MarketMapper market;
  private final OpenInterestMapper openInterest;

  DbnMapper(
      Instruments instruments, OpenInterestMapper openInterest, Elsewhere elsewhere, int schema) {
    this.instruments = instruments;
    this.market = new MarketMapper(instruments, elsewhere, schema);
    this.openInterest = openInterest;
  }

  void map(RecordKind kind, DbnRecord r, Outbox out) {
    switch (kind) {
      case TRADE, MBP_1, MBP_10, BBO, CMBP_1, TCBBO, CBBO, OHLCV -> market.map(kind, r, out);
      case STATUS -> status(r, out);
      case DEFINITION -> definition(r);
      case IMBALANCE -> imbalance(r, out);
      case ERROR -> error(r, out);
      case SYMBOL_MAPPING -> mapping(r);
      case SYSTEM -> system(r, out);
      case STATISTIC -> openInterest.map(r, instruments, out);
      case MBO ->
          reject(r, "order-level records (mbo) are not read; expected trades or quotes", out);
      case UNKNOWN ->
          reject(r, "record type 0x%02X is not known to this build".formatted(r.rtype()), out);
      case MORE -> throw new IllegalStateException("no record");
    }
  }

  private void definition(DbnRecord r) {
    boolean isV3 = r.length() == 520;
    boolean isV1 = r.length() == 360;
    String name = r.text(isV3 ? 238 : 200, isV1 ? 22 : 71);
    int multiplier = r.int32(isV3 ? 176 : isV1 ? 160 : 164);
    long ts = r.tsEvent() > 0 ? r.tsEvent() : Math.max(0, r.int64(16));
    if (name.isEmpty()) {
      return;
    }
    int slot = instruments.learn(r.instrument(), name, ts);
    if (instruments.number(slot) > 0 && multiplier > 0 && multiplier != UNDEFINED_INT) {
      instruments.listWithMultiplier(slot, multiplier);
    }
  }

  private void mapping(DbnRecord r) {
    boolean isV1 = r.length() == 80;
    String in = isV1 ? r.text(16, 22) : r.text(17, 71);
    String symbol = isV1 ? r.text(38, 22) : r.text(89, 71);
    String id = Integer.toUnsignedString(r.instrument());
    String name = symbol.isEmpty() || symbol.equals(id) ? in : symbol;
    long from = r.int64(isV1 ? 64 : 160);
    long to = r.int64(isV1 ? 72 : 168);
    if (!name.isEmpty()) {
      long open = to <= from ? Long.MAX_VALUE : to;
      instruments.map(r.instrument(), name, Math.max(0, from), open);
    }
  }

  /// Halts of stocks. A status of a single option says nothing about its underlying: read over.
  private void status(DbnRecord r, Outbox out) {
    long ts = time(r);
    int slot = instruments.slot(r.instrument(), r.publisher(), ts);
    int action = r.uint16(24);
    char isTrading = (char) r.uint8(30);
    boolean isStopping = action >= 8 && action <= 10;
    boolean isKnown = isTrading == 'Y' || isTrading == 'N' || isStopping || action == 7;
    if (slot < 0 || !isKnown) {
      return;
    }
    int number = instruments.number(slot);
    if (number > 0 && !instruments.isOption(slot)) {
      boolean trading = isTrading == 'Y' || (isTrading != 'N' && action == 7);
      String reason = StatusWords.of(action, r.uint16(26));
      out.add(new TradingStatus(ts, ingest(r, ts), FEED, number, trading, reason));
    }
  }

  private void imbalance(DbnRecord r, Outbox out) {
    long ts = time(r);
    int slot = instruments.slot(r.instrument(), r.publisher(), ts);
    int number = slot < 0 ? -1 : instruments.number(slot);
    long reference = auctionMicros(r.int64(24));
    long near = auctionMicros(r.int64(40));
    long far = auctionMicros(r.int64(48));
    if (number < 0 || instruments.isOption(slot) || reference < 0 || near < 0 || far < 0) {
      reject(r, "imbalance of no stock, or a price below 0 or finer than a micro-dollar", out);
      return;
    }
    char side = (char) r.uint8(105);
    out.add(
        new AuctionImbalance(
            ts,
            ingest(r, ts),
            FEED,
            number,
            (char) r.uint8(104),
            r.int32(88) & 0xFFFF_FFFFL,
            r.int32(92) & 0xFFFF_FFFFL,
            side == 'B' ? Side.BUY : side == 'A' ? Side.SELL : Side.UNKNOWN,
            reference,
            near,
            far));
  }

  private static void error(DbnRecord r, Outbox out) {
    boolean isV1 = r.length() == 80;
    String text = r.text(16, isV1 ? 64 : 302);
    int code = isV1 ? 255 : r.uint8(318);
    String detail = "gateway error" + (code == 255 ? "" : " " + code) + ": " + text;
    out.add(degraded(r, detail));
  }

  private static void system(DbnRecord r, Outbox out) {
    boolean isV1 = r.length() == 80;
    String text = r.text(16, isV1 ? 64 : 303);
    boolean isSlow =
        isV1 ? text.toLowerCase(java.util.Locale.ROOT).contains("slow") : r.uint8(319) == 2;
    if (isSlow) {
      out.add(degraded(r, "slow reader warning: " + text));
    }
  }

  private static FeedStatus degraded(DbnRecord r, String detail) {
    long ts = Math.max(0, r.tsEvent());
    return new FeedStatus(ts, ts, FEED, FeedState.DEGRADED, detail, 0);
  }

  /// 0 for a price that was not sent; negative when it cannot be used.
  private static long auctionMicros(long nano) {
    return nano == DbnRecord.NO_PRICE ? 0 : nano % 1_000 != 0 ? -1 : nano / 1_000;
  }

  private static void reject(DbnRecord r, String reason, Outbox out) {
    long ts = Math.max(0, r.tsEvent());
    String where = "record at byte " + r.offset() + ": ";
    out.reject(ts, FEED, where + reason, MarketMapper.excerpt(r));
  }

  private static long time(DbnRecord r) {
    return r.tsEvent() > 0 ? r.tsEvent() : Math.max(0, r.int64(16));
  }

  private static long ingest(DbnRecord r, long ts) {
    return r.int64(16) > 0 ? r.int64(16) : ts;
  }
}
