package io.truetape.feed.cboe;

import io.truetape.feed.file.Outbox;
import io.truetape.feed.file.Row;
import io.truetape.feed.file.RowFormat;
import io.truetape.feed.file.TimeText;
import io.truetape.model.event.Listings;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.event.source.PrintFlags;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.SaleCondition;
import io.truetape.model.market.VendorGreeks;
import io.truetape.model.market.Venue;
import io.truetape.model.text.BadInput;
import io.truetape.model.time.SessionClock;

/// Rows of the trade layout as prints with their NBBO.
///
/// The NBBO's size on a side is the largest size any one exchange shows at the best price, as OPRA
/// itself gives it; 0 when the row lists no exchange there. A cancel report (cancel flag 2) keeps
/// its own cancel code; a print cancelled later (flag 1) is flagged.
final class TradeRows implements RowFormat {
  private static final int GROUP = 5;
  private static final int MAX_EXCHANGES = 64;

  private final TradeColumns columns;
  private final CboeContracts contracts;
  private final Underlyings underlyings;
  private final TimeText times = new TimeText(SessionClock.standard());

  TradeRows(TradeColumns columns, Listings listings) {
    this.columns = columns;
    this.contracts = new CboeContracts(columns.contract(), listings);
    this.underlyings = new Underlyings(listings);
  }

  @Override
  public long timeNanos(Row row) {
    return times.nanos(row.text(columns.time()));
  }

  @Override
  public void map(Row row, Outbox out) {
    long ts = timeNanos(row);
    long price = row.price(columns.price());
    int size = row.whole(columns.size(), 0, Integer.MAX_VALUE);
    int venue = Venue.codeOfTheta(row.whole(columns.exchange(), 0, 65_535));
    int cancelled = row.whole(columns.cancelled(), 0, 65_535);
    int condition = condition(row, cancelled);
    long sequence = row.whole(columns.sequence());
    Nbbo nbbo = nbbo(row, ts);
    VendorGreeks vendor = vendor(row);
    long bid = row.price(columns.underlyingBid());
    long ask = row.price(columns.underlyingAsk());
    CboeContracts.Known contract = contracts.of(row);
    underlyings.tell(row, columns.underlying(), contract.underlying(), bid, ask, ts, out);
    out.add(
        new OptionPrint(
            ts,
            ts,
            FeedId.CBOE,
            contract.number(),
            price,
            size,
            venue,
            condition,
            sequence,
            nbbo,
            vendor,
            cancelled == 1 ? PrintFlags.VENDOR_CANCELLED : 0));
  }

  private int condition(Row row, int cancelled) {
    int code = SaleCondition.codeOfTheta(row.whole(columns.condition(), 0, 65_535));
    boolean isReport = cancelled == 2 && !SaleCondition.of(code).isCancel();
    return isReport ? SaleCondition.CANCEL.letter() : code;
  }

  private Nbbo nbbo(Row row, long ts) {
    long bid = row.price(columns.bestBid());
    long ask = row.price(columns.bestAsk());
    int exchanges = row.whole(columns.exchanges(), 0, MAX_EXCHANGES);
    int end = columns.groups() + exchanges * GROUP;
    if (row.fields() < end) {
      throw new BadInput(
          "number_of_exchanges is %d, so %d fields are expected; the line has %d"
              .formatted(exchanges, end, row.fields()));
    }
    if (bid <= 0 && ask <= 0) {
      return Nbbo.NONE;
    }
    int bidSize = 0;
    int askSize = 0;
    for (int at = columns.groups(); at < end; at += GROUP) {
      if (row.price(at + 2) == bid) {
        bidSize = Math.max(bidSize, row.whole(at + 1, 0, Integer.MAX_VALUE));
      }
      if (row.price(at + 4) == ask) {
        askSize = Math.max(askSize, row.whole(at + 3, 0, Integer.MAX_VALUE));
      }
    }
    return new Nbbo(bid, ask > 0 ? ask : Nbbo.MISSING, bidSize, askSize, ts);
  }

  private VendorGreeks vendor(Row row) {
    if (columns.iv() < 0 || row.isEmpty(columns.iv())) {
      return VendorGreeks.NONE;
    }
    double iv = row.number(columns.iv());
    double delta =
        columns.delta() < 0 || row.isEmpty(columns.delta()) ? 0 : row.number(columns.delta());
    return iv > 0 ? new VendorGreeks(iv, delta, 0, 0, 0) : VendorGreeks.NONE;
  }
}
