package io.truetape.feed.databento;

import io.truetape.feed.file.Outbox;
import io.truetape.model.event.source.EquityPrint;
import io.truetape.model.event.source.EquityQuote;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.event.source.OptionQuote;
import io.truetape.model.event.source.PrintFlags;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.SaleCondition;
import io.truetape.model.market.VendorGreeks;
import io.truetape.model.market.Venue;

/// Prints, quotes and bars of DBN as source events. Pure.
///
/// | record | option feed | any other feed |
/// |---|---|---|
/// | trade | print | print |
/// | mbp, bbo | quote of the publishing venue | quote |
/// | cmbp, cbbo | NBBO quote | quote |
/// | mbp, cmbp with action T | quote, then print | quote, then print |
/// | tcbbo | print with the NBBO in it | quote, then print |
/// | ohlcv | print flagged FROM_BAR | print flagged FROM_BAR |
final class MarketMapper {
  private static final FeedId FEED = FeedId.DATABENTO;
  private static final int NOT_CARRIED = SaleCondition.NOT_CARRIED.letter();
  private static final long TOO_FINE = Long.MIN_VALUE;

  private final Instruments instruments;
  private final Repeats repeats = new Repeats();
  private final Elsewhere elsewhere;
  private final int schema;
  private long counter;

  MarketMapper(Instruments instruments, Elsewhere elsewhere, int schema) {
    this.instruments = instruments;
    this.elsewhere = elsewhere;
    this.schema = schema;
  }

  void map(RecordKind kind, DbnRecord r, Outbox out) {
    boolean isSampled = kind == RecordKind.BBO || kind == RecordKind.CBBO;
    long recv = kind == RecordKind.OHLCV ? -1 : r.tsRecv();
    long event = kind == RecordKind.OHLCV ? barEnd(r) : isSampled ? recv : r.tsEvent();
    long source = event > 0 ? event : recv > 0 ? recv : r.tsEvent();
    long ingest = recv > 0 ? recv : source;
    if (source <= 0) {
      out.reject(0, FEED, where(r) + "no time", excerpt(r));
      return;
    }
    int slot = instruments.slot(r.instrument(), r.publisher(), source);
    int number = slot < 0 ? -1 : instruments.number(slot);
    if (number < 0) {
      out.reject(source, FEED, where(r) + unknown(slot, r), excerpt(r));
      return;
    }
    if (instruments.isOption(slot)) {
      option(kind, r, number, source, ingest, out);
    } else {
      stock(kind, r, number, source, ingest, out);
    }
  }

  private void option(
      RecordKind kind, DbnRecord r, int contract, long ts, long ingest, Outbox out) {
    switch (kind) {
      case TRADE -> optionPrint(kind, r, contract, ts, ingest, Nbbo.NONE, out);
      case MBP_1, MBP_10, BBO -> {
        int venue = Publishers.venueCode(r.publisher());
        optionQuote(r, contract, ts, ingest, venue, venue, venue, out);
      }
      case CMBP_1, CBBO ->
          optionQuote(
              r,
              contract,
              ts,
              ingest,
              Venue.OPRA.code(),
              Publishers.venueCode(r.bidPublisher()),
              Publishers.venueCode(r.askPublisher()),
              out);
      case TCBBO -> {
        long bid = micros(r.bidPrice(), Nbbo.MISSING);
        long ask = micros(r.askPrice(), Nbbo.MISSING);
        if (bid == TOO_FINE || ask == TOO_FINE) {
          out.reject(ts, FEED, where(r) + "quote finer than a micro-dollar", excerpt(r));
          return;
        }
        boolean isEmpty = bid == Nbbo.MISSING && ask == Nbbo.MISSING;
        Nbbo nbbo = isEmpty ? Nbbo.NONE : new Nbbo(bid, ask, r.bidSize(), r.askSize(), ts);
        optionPrint(kind, r, contract, ts, ingest, nbbo, out);
      }
      case OHLCV -> bar(r, true, contract, ts, ingest, out);
      default -> throw new IllegalStateException("not a market record: " + kind);
    }
    if (carriesTrade(kind, r)) {
      optionPrint(kind, r, contract, ts, ingest, Nbbo.NONE, out);
    }
  }

  private void stock(RecordKind kind, DbnRecord r, int symbol, long ts, long ingest, Outbox out) {
    switch (kind) {
      case TRADE -> stockPrint(kind, r, symbol, ts, ingest, out);
      case MBP_1, MBP_10, BBO -> {
        int venue = Publishers.venueCode(r.publisher());
        stockQuote(r, symbol, ts, ingest, venue, venue, out);
      }
      case CMBP_1, TCBBO, CBBO ->
          stockQuote(
              r,
              symbol,
              ts,
              ingest,
              Publishers.venueCode(r.bidPublisher()),
              Publishers.venueCode(r.askPublisher()),
              out);
      case OHLCV -> bar(r, false, symbol, ts, ingest, out);
      default -> throw new IllegalStateException("not a market record: " + kind);
    }
    if (carriesTrade(kind, r) || kind == RecordKind.TCBBO) {
      stockPrint(kind, r, symbol, ts, ingest, out);
    }
  }

  private static boolean carriesTrade(RecordKind kind, DbnRecord r) {
    return r.action() == 'T'
        && (kind == RecordKind.MBP_1 || kind == RecordKind.MBP_10 || kind == RecordKind.CMBP_1);
  }

  private void optionPrint(
      RecordKind kind, DbnRecord r, int contract, long ts, long ingest, Nbbo nbbo, Outbox out) {
    long price = micros(r.price(), TOO_FINE);
    if (elsewhere.tells(r.instrument(), ingest) || isBad(r, price, r.size(), ts, out)) {
      return;
    }
    int condition = r.action() == 'C' ? SaleCondition.CANCEL.letter() : NOT_CARRIED;
    out.add(
        new OptionPrint(
            ts,
            ingest,
            FEED,
            contract,
            price,
            (int) r.size(),
            Publishers.venueCode(r.publisher()),
            condition,
            sequence(kind, r),
            nbbo,
            VendorGreeks.NONE,
            0));
  }

  private void stockPrint(
      RecordKind kind, DbnRecord r, int symbol, long ts, long ingest, Outbox out) {
    long price = micros(r.price(), TOO_FINE);
    if (elsewhere.tells(r.instrument(), ingest) || isBad(r, price, r.size(), ts, out)) {
      return;
    }
    int venue = Publishers.venueCode(r.publisher());
    long sequence = sequence(kind, r);
    int size = (int) r.size();
    out.add(new EquityPrint(ts, ingest, FEED, symbol, price, size, venue, "", 0, sequence, 0));
  }

  private void bar(DbnRecord r, boolean isOption, int number, long ts, long ingest, Outbox out) {
    long volume = r.int64(48);
    long price = micros(r.int64(40), TOO_FINE);
    if (volume == 0 || isBad(r, price, volume, ts, out)) {
      return;
    }
    int venue = Publishers.venueCode(r.publisher());
    int size = (int) volume;
    int flags = PrintFlags.FROM_BAR;
    long seq = counter++;
    out.add(
        isOption
            ? new OptionPrint(
                ts,
                ingest,
                FEED,
                number,
                price,
                size,
                venue,
                NOT_CARRIED,
                seq,
                Nbbo.NONE,
                VendorGreeks.NONE,
                flags)
            : new EquityPrint(ts, ingest, FEED, number, price, size, venue, "", 0, seq, flags));
  }

  private void optionQuote(
      DbnRecord r,
      int contract,
      long ts,
      long ingest,
      int venue,
      int bidVenue,
      int askVenue,
      Outbox out) {
    long bid = micros(r.bidPrice(), Nbbo.MISSING);
    long ask = micros(r.askPrice(), Nbbo.MISSING);
    if (bid == TOO_FINE || ask == TOO_FINE) {
      out.reject(ts, FEED, where(r) + "quote finer than a micro-dollar", excerpt(r));
      return;
    }
    out.add(
        new OptionQuote(
            ts,
            ingest,
            FEED,
            contract,
            bid,
            ask,
            r.bidSize(),
            r.askSize(),
            venue,
            bidVenue,
            askVenue));
  }

  private void stockQuote(
      DbnRecord r, int symbol, long ts, long ingest, int bidVenue, int askVenue, Outbox out) {
    long bid = micros(r.bidPrice(), Nbbo.MISSING);
    long ask = micros(r.askPrice(), Nbbo.MISSING);
    if (bid == TOO_FINE || ask == TOO_FINE) {
      out.reject(ts, FEED, where(r) + "quote finer than a micro-dollar", excerpt(r));
      return;
    }
    out.add(
        new EquityQuote(
            ts, ingest, FEED, symbol, bid, ask, r.bidSize(), r.askSize(), bidVenue, askVenue));
  }

  /// Consolidated records have no sequence: the place in the file keeps equal prints apart.
  private long sequence(RecordKind kind, DbnRecord r) {
    boolean isConsolidated = kind == RecordKind.CMBP_1 || kind == RecordKind.TCBBO;
    return isConsolidated ? counter++ : repeats.number(r);
  }

  private static boolean isBad(DbnRecord r, long price, long size, long ts, Outbox out) {
    if (price == TOO_FINE) {
      String what =
          r.price() == DbnRecord.NO_PRICE ? "print without a price" : "finer than a micro-dollar";
      out.reject(ts, FEED, where(r) + "price " + r.price() + "e-9: " + what, excerpt(r));
      return true;
    }
    if (size < 0 || size > Integer.MAX_VALUE) {
      String limit = "; expected 0 to " + Integer.MAX_VALUE;
      out.reject(ts, FEED, where(r) + "size " + Long.toUnsignedString(size) + limit, excerpt(r));
      return true;
    }
    return false;
  }

  /// Micro-dollars; `absent` for an undefined price; `TOO_FINE` when not whole.
  private static long micros(long nano, long absent) {
    if (nano == DbnRecord.NO_PRICE) {
      return absent;
    }
    long micros = nano / 1_000;
    return micros * 1_000 == nano ? micros : TOO_FINE;
  }

  /// The last nanosecond of the bar, so that nothing is told before it happened.
  private long barEnd(DbnRecord r) {
    long length =
        switch (r.rtype()) {
          case 0x20 -> 1;
          case 0x21 -> 60;
          case 0x22 -> 3_600;
          case 0x23, 0x24 -> 86_400;
          default -> schema == 5 ? 1 : schema == 6 ? 60 : schema == 7 ? 3_600 : 86_400;
        };
    return r.tsEvent() < 0 ? -1 : r.tsEvent() + length * 1_000_000_000L - 1;
  }

  private String unknown(int slot, DbnRecord r) {
    return slot < 0
        ? "instrument " + Integer.toUnsignedString(r.instrument()) + " has no symbol mapping"
        : "symbol \"" + instruments.name(slot) + "\" is not an OCC option symbol";
  }

  private static String where(DbnRecord r) {
    return "record at byte " + r.offset() + ": ";
  }

  static String excerpt(DbnRecord r) {
    return "rtype=0x%02X publisher=%d instrument=%s ts_event=%s"
        .formatted(
            r.rtype(),
            r.publisher(),
            Integer.toUnsignedString(r.instrument()),
            Long.toUnsignedString(r.tsEvent()));
  }
}
