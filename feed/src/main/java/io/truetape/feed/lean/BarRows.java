package io.truetape.feed.lean;

import io.truetape.feed.file.Columns;
import io.truetape.feed.file.Outbox;
import io.truetape.feed.file.Row;
import io.truetape.model.event.source.EquityPrint;
import io.truetape.model.event.source.EquityQuote;
import io.truetape.model.event.source.IndexValue;
import io.truetape.model.event.source.OpenInterest;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.event.source.OptionQuote;
import io.truetape.model.event.source.PrintFlags;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.SaleCondition;
import io.truetape.model.market.VendorGreeks;
import io.truetape.model.market.Venue;
import io.truetape.model.text.BadInput;

/// The rows of one zip entry as events. Pure.
///
/// A bar is not a print: its trades become one print of the bar's volume at its close, flagged
/// FROM_BAR; its quotes become one quote, the bar's last. Both stand at the bar's last nanosecond,
/// so nothing is told before it happened. An index bar becomes its closing value. Open interest is
/// told at the row's own time and belongs to the session before.
final class BarRows {
  private static final FeedId FEED = FeedId.LEAN;
  private static final Columns TRADE = Columns.of("time,open,high,low,close,volume");
  private static final Columns QUOTE =
      Columns.of(
          "time,bid open,bid high,bid low,bid close,bid size,"
              + "ask open,ask high,ask low,ask close,ask size");
  private static final Columns OPEN_INTEREST = Columns.of("time,open interest");
  private static final long MILLI = 1_000_000L;
  private static final int DAY_MILLIS = 86_400_000;

  private final EntryName name;
  private final int number;
  private final long midnightNanos;
  private final int priorDay;
  private final Row row;

  /// `number` is that of the contract or symbol, `midnightNanos` where the file's clock starts,
  /// `priorDay` the session before as an epoch day.
  BarRows(EntryName name, int number, long midnightNanos, int priorDay) {
    this.name = name;
    this.number = number;
    this.midnightNanos = midnightNanos;
    this.priorDay = priorDay;
    this.row =
        new Row(
            switch (name.content()) {
              case TRADE -> TRADE;
              case QUOTE -> QUOTE;
              case OPEN_INTEREST -> OPEN_INTEREST;
            });
  }

  void set(String line, long lineNumber) {
    row.set(line, lineNumber);
  }

  /// When what the current row says was known, UTC nanoseconds.
  long timeNanos() {
    long start = midnightNanos + row.whole(0, 0, DAY_MILLIS - 1) * MILLI;
    return name.content() == EntryName.Content.OPEN_INTEREST ? start : start + name.barNanos() - 1;
  }

  void map(Outbox out) {
    long ts = timeNanos();
    switch (name.content()) {
      case TRADE -> trade(ts, out);
      case QUOTE -> quote(ts, out);
      case OPEN_INTEREST -> openInterest(ts, out);
    }
  }

  private void trade(long ts, Outbox out) {
    long close = price(4);
    if (name.isIndex()) {
      out.add(new IndexValue(ts, ts, FEED, number, close));
      return;
    }
    int volume = row.whole(5, 0, Integer.MAX_VALUE);
    if (volume == 0) {
      return;
    }
    int venue = Venue.UNKNOWN.code();
    int flags = PrintFlags.FROM_BAR;
    long seq = row.number();
    out.add(
        name.contract().isPresent()
            ? new OptionPrint(
                ts,
                ts,
                FEED,
                number,
                close,
                volume,
                venue,
                SaleCondition.NOT_CARRIED.letter(),
                seq,
                Nbbo.NONE,
                VendorGreeks.NONE,
                flags)
            : new EquityPrint(ts, ts, FEED, number, close, volume, venue, "", 0, seq, flags));
  }

  private void quote(long ts, Outbox out) {
    if (row.fields() < 11) {
      throw new BadInput("a quote row has %d fields; expected 11".formatted(row.fields()));
    }
    long bid = row.isEmpty(4) ? Nbbo.MISSING : price(4);
    long ask = row.isEmpty(9) ? Nbbo.MISSING : price(9);
    int bidSize = row.isEmpty(5) ? 0 : row.whole(5, 0, Integer.MAX_VALUE);
    int askSize = row.isEmpty(10) ? 0 : row.whole(10, 0, Integer.MAX_VALUE);
    out.add(
        name.contract().isPresent()
            ? new OptionQuote(
                ts, ts, FEED, number, bid, ask, bidSize, askSize, Venue.OPRA.code(), 0, 0)
            : new EquityQuote(ts, ts, FEED, number, bid, ask, bidSize, askSize, 0, 0));
  }

  private void openInterest(long ts, Outbox out) {
    long open = row.whole(1);
    if (open < 0 || name.contract().isEmpty()) {
      throw row.bad(1, "is not the open interest of an option");
    }
    out.add(new OpenInterest(ts, ts, FEED, number, open, priorDay, "LEAN"));
  }

  private long price(int place) {
    long micros = row.price(place);
    if (name.isIndex()) {
      return micros;
    }
    if (micros % 10_000 != 0) {
      throw row.bad(place, "is finer than a micro-dollar");
    }
    return micros / 10_000;
  }
}
