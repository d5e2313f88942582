package io.truetape.feed.thetadata;

import io.truetape.feed.file.Outbox;
import io.truetape.feed.file.Row;
import io.truetape.feed.file.RowFormat;
import io.truetape.feed.file.TimeText;
import io.truetape.model.event.Listings;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.SaleCondition;
import io.truetape.model.market.VendorGreeks;
import io.truetape.model.market.Venue;
import io.truetape.model.symbol.Osi;
import io.truetape.model.time.SessionClock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;

/// Trade-and-quote rows as prints with the NBBO that stood before them.
///
/// The quote keeps its own time. A bid and ask both 0 are no quote. A further condition counts only
/// when it says multi-leg, stock-tied or cancel and the main one does not.
final class ThetaRows implements RowFormat {
  private static final int EXTENDED = 4;
  private static final int NO_CONDITION = 255;
  private static final long MILLI = 1_000_000L;
  private static final int DAY_MILLIS = 86_400_000;

  private final ThetaColumns columns;
  private final Listings listings;
  private final SessionClock clock = SessionClock.standard();
  private final TimeText times = new TimeText(clock);
  private final Map<String, Integer> known = new LinkedHashMap<>();

  ThetaRows(ThetaColumns columns, Listings listings) {
    this.columns = columns;
    this.listings = listings;
  }

  @Override
  public long timeNanos(Row row) {
    return time(row, columns.tradeTime());
  }

  @Override
  public void map(Row row, Outbox out) {
    long ts = timeNanos(row);
    long price = row.price(columns.price());
    int size = row.whole(columns.size(), 0, Integer.MAX_VALUE);
    int venue = Venue.codeOfTheta(row.whole(columns.exchange(), 0, 65_535));
    int condition = condition(row);
    long sequence = row.whole(columns.sequence());
    Nbbo nbbo = nbbo(row);
    out.add(
        new OptionPrint(
            ts,
            ts,
            FeedId.THETADATA,
            contract(row),
            price,
            size,
            venue,
            condition,
            sequence,
            nbbo,
            VendorGreeks.NONE,
            0));
  }

  private Nbbo nbbo(Row row) {
    long bid = row.price(columns.bid());
    long ask = row.price(columns.ask());
    int bidSize = row.whole(columns.bidSize(), 0, Integer.MAX_VALUE);
    int askSize = row.whole(columns.askSize(), 0, Integer.MAX_VALUE);
    if (bid <= 0 && ask <= 0) {
      return Nbbo.NONE;
    }
    long ts = time(row, columns.quoteTime());
    return new Nbbo(bid, ask > 0 ? ask : Nbbo.MISSING, bidSize, askSize, ts);
  }

  private int condition(Row row) {
    int code = SaleCondition.codeOfTheta(row.whole(columns.condition(), 0, 65_535));
    if (columns.extended() < 0 || isTelling(code)) {
      return code;
    }
    for (int i = 0; i < EXTENDED; i++) {
      int place = columns.extended() + i;
      if (!row.isEmpty(place)) {
        int number = row.whole(place, 0, 65_535);
        int further = SaleCondition.codeOfTheta(number);
        if (number != NO_CONDITION && isTelling(further)) {
          return further;
        }
      }
    }
    return code;
  }

  private static boolean isTelling(int code) {
    SaleCondition condition = SaleCondition.of(code);
    return condition.isCancel() || condition.isMultiLeg() || condition.isStockTied();
  }

  private int contract(Row row) {
    String key = row.key(columns.symbol(), columns.expiration(), columns.strike(), columns.right());
    Integer number = known.get(key);
    if (number == null) {
      number = list(row);
      known.put(key, number);
    }
    return number;
  }

  private int list(Row row) {
    char right =
        switch (row.text(columns.right())) {
          case "CALL", "C", "call" -> 'C';
          case "PUT", "P", "put" -> 'P';
          default -> throw row.bad(columns.right(), "is not CALL, PUT, C or P");
        };
    String root = row.text(columns.symbol());
    int expiry = expiry(row);
    return listings.contract(
        columns.isOld()
            ? Osi.ofTheta(root, expiry, row.whole(columns.strike()), right)
            : Osi.theta(root, expiry, row.price(columns.strike()), right));
  }

  /// `2024-06-21` or `20240621` as a number.
  private int expiry(Row row) {
    String text = row.text(columns.expiration()).replace("-", "");
    if (text.length() != 8) {
      throw row.bad(columns.expiration(), "is not a yyyy-mm-dd or yyyymmdd date");
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw row.bad(columns.expiration(), "is not a yyyy-mm-dd or yyyymmdd date");
    }
  }

  private long time(Row row, int place) {
    if (!columns.isOld()) {
      return times.nanos(row.text(place));
    }
    int date = row.whole(columns.date(), 0, 99_999_999);
    int millis = row.whole(place, 0, DAY_MILLIS - 1);
    try {
      LocalDate day = LocalDate.of(date / 10_000, date / 100 % 100, date % 100);
      return clock.at(day, LocalTime.ofNanoOfDay(millis * MILLI));
    } catch (DateTimeException e) {
      throw row.bad(columns.date(), "is not a yyyymmdd date");
    }
  }
}
