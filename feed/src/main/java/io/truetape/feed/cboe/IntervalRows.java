package io.truetape.feed.cboe;

import io.truetape.feed.file.Outbox;
import io.truetape.feed.file.Row;
import io.truetape.feed.file.RowFormat;
import io.truetape.feed.file.TimeText;
import io.truetape.model.event.Listings;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.event.source.OptionQuote;
import io.truetape.model.event.source.PrintFlags;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.SaleCondition;
import io.truetape.model.market.VendorGreeks;
import io.truetape.model.market.Venue;
import io.truetape.model.time.SessionClock;

/// Rows of the interval layout: the underlying, the NBBO, and one print for the interval's trades.
///
/// A row is stamped with the end of its interval; all it says is told at the last nanosecond before
/// it. The print carries the interval's volume at its closing price and is flagged FROM_BAR.
final class IntervalRows implements RowFormat {
  private final IntervalColumns columns;
  private final CboeContracts contracts;
  private final Underlyings underlyings;
  private final TimeText times = new TimeText(SessionClock.standard());

  IntervalRows(IntervalColumns columns, Listings listings) {
    this.columns = columns;
    this.contracts = new CboeContracts(columns.contract(), listings);
    this.underlyings = new Underlyings(listings);
  }

  @Override
  public long timeNanos(Row row) {
    return times.nanos(row.text(columns.time())) - 1;
  }

  @Override
  public void map(Row row, Outbox out) {
    long ts = timeNanos(row);
    long bid = row.price(columns.bid());
    long ask = row.price(columns.ask());
    int bidSize = row.whole(columns.bidSize(), 0, Integer.MAX_VALUE);
    int askSize = row.whole(columns.askSize(), 0, Integer.MAX_VALUE);
    int volume = row.whole(columns.volume(), 0, Integer.MAX_VALUE);
    long close = row.price(columns.close());
    long underlyingBid = row.price(columns.underlyingBid());
    long underlyingAsk = row.price(columns.underlyingAsk());
    CboeContracts.Known contract = contracts.of(row);
    underlyings.tell(
        row, columns.underlying(), contract.underlying(), underlyingBid, underlyingAsk, ts, out);
    boolean isEmpty = bid <= 0 && ask <= 0;
    out.add(
        new OptionQuote(
            ts,
            ts,
            FeedId.CBOE,
            contract.number(),
            isEmpty ? Nbbo.MISSING : bid,
            ask > 0 ? ask : Nbbo.MISSING,
            bidSize,
            askSize,
            Venue.OPRA.code(),
            Venue.UNKNOWN.code(),
            Venue.UNKNOWN.code()));
    if (volume > 0) {
      out.add(print(contract.number(), ts, close, volume, row.number()));
    }
  }

  private static OptionPrint print(int contract, long ts, long close, int volume, long line) {
    return new OptionPrint(
        ts,
        ts,
        FeedId.CBOE,
        contract,
        close,
        volume,
        Venue.UNKNOWN.code(),
        SaleCondition.NOT_CARRIED.letter(),
        line,
        Nbbo.NONE,
        VendorGreeks.NONE,
        PrintFlags.FROM_BAR);
  }
}
