package io.truetape.feed.lean;

import io.truetape.feed.file.Outbox;
import io.truetape.feed.file.Row;
import io.truetape.feed.file.RowFormat;
import io.truetape.model.event.Listings;
import io.truetape.model.event.source.ChainRow;
import io.truetape.model.event.source.OpenInterest;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.Right;
import io.truetape.model.market.VendorGreeks;
import io.truetape.model.symbol.Contract;
import io.truetape.model.time.SessionClock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/// Rows of a daily chain, told at the last nanosecond of their New York day.
///
/// The file states the day's closing figures, among them the open interest that is published after
/// it, so nothing of it is known earlier. The first row, without an expiry, is the underlying's
/// day and is read over: its minute bars say more.
final class UniverseRows implements RowFormat {
  private final UniverseColumns columns;
  private final String root;
  private final Listings listings;
  private final long ts;
  private final int day;

  UniverseRows(UniverseColumns columns, String root, LocalDate day, Listings listings) {
    this.columns = columns;
    this.root = root;
    this.listings = listings;
    this.day = (int) day.toEpochDay();
    this.ts = SessionClock.standard().at(day.plusDays(1), LocalTime.MIDNIGHT) - 1;
  }

  @Override
  public long timeNanos(Row row) {
    return ts;
  }

  @Override
  public void map(Row row, Outbox out) {
    if (row.isEmpty(columns.expiry())) {
      return;
    }
    String right = row.text(columns.right());
    if (!right.equals("C") && !right.equals("P")) {
      throw row.bad(columns.right(), "is not C or P");
    }
    long volume = row.isEmpty(columns.volume()) ? -1 : row.whole(columns.volume());
    long open = row.isEmpty(columns.openInterest()) ? -1 : row.whole(columns.openInterest());
    long close = row.price(columns.close());
    VendorGreeks vendor = vendor(row);
    int contract =
        listings.contract(
            Contract.standard(
                root,
                expiry(row),
                right.equals("C") ? Right.CALL : Right.PUT,
                row.price(columns.strike())));
    if (open >= 0) {
      out.add(new OpenInterest(ts, ts, FeedId.LEAN, contract, open, day, "lean"));
    }
    out.add(new ChainRow(ts, ts, FeedId.LEAN, contract, Nbbo.NONE, close, volume, open, vendor));
  }

  private VendorGreeks vendor(Row row) {
    if (row.isEmpty(columns.iv())) {
      return VendorGreeks.NONE;
    }
    double iv = row.number(columns.iv());
    return iv <= 0
        ? VendorGreeks.NONE
        : new VendorGreeks(
            iv,
            row.number(columns.delta()),
            row.number(columns.gamma()),
            row.number(columns.theta()),
            row.number(columns.vega()));
  }

  private int expiry(Row row) {
    try {
      return (int)
          LocalDate.parse(row.text(columns.expiry()), DateTimeFormatter.BASIC_ISO_DATE)
              .toEpochDay();
    } catch (DateTimeException e) {
      throw row.bad(columns.expiry(), "is not a yyyymmdd date");
    }
  }
}
