package io.truetape.feed.databento;

import io.truetape.feed.file.Outbox;
import io.truetape.model.event.source.OpenInterest;
import io.truetape.model.id.FeedId;
import io.truetape.model.time.SessionClock;
import java.time.LocalDate;
import java.util.Arrays;

/// Open interest out of the statistics schema, told once. Pure.
///
/// OPRA repeats it once per venue with the same quantity: what was already told for a contract and
/// day is left out, never summed. It belongs to the session before the New York date of the
/// record, unless the record names its own reference date.
final class OpenInterestMapper {
  private static final int OPEN_INTEREST = 9;
  private static final int DELETE = 2;
  private static final long DAY = 86_400_000_000_000L;

  private final SessionClock clock = SessionClock.standard();
  private long[] toldQuantity = new long[1024];
  private int[] toldDay = new int[1024];
  private long hourOf = Long.MIN_VALUE;
  private int priorDay;

  void map(DbnRecord r, Instruments instruments, Outbox out) {
    boolean isWide = r.length() == 80;
    int type = r.uint16(isWide ? 56 : 52);
    if (type != OPEN_INTEREST || r.uint8(isWide ? 60 : 56) == DELETE) {
      return;
    }
    long recv = r.int64(16);
    long ts = r.tsEvent() > 0 ? r.tsEvent() : Math.max(0, recv);
    int slot = instruments.slot(r.instrument(), r.publisher(), ts);
    int contract = slot < 0 ? -1 : instruments.number(slot);
    long quantity = isWide ? r.int64(40) : r.int32(40);
    boolean isUndefined = quantity == (isWide ? Long.MAX_VALUE : Integer.MAX_VALUE);
    if (contract < 0 || isUndefined || quantity < 0) {
      String why = contract < 0 ? "instrument has no option symbol" : "no quantity";
      String where = "record at byte " + r.offset() + ": open interest: ";
      out.reject(ts, FeedId.DATABENTO, where + why, MarketMapper.excerpt(r));
    } else if (instruments.isOption(slot)) {
      int day = asOfDay(r.int64(24), ts);
      if (isNew(contract, day, quantity)) {
        long ingest = recv > 0 ? recv : ts;
        out.add(new OpenInterest(ts, ingest, FeedId.DATABENTO, contract, quantity, day, "OPRA"));
      }
    }
  }

  private boolean isNew(int contract, int day, long quantity) {
    if (contract >= toldDay.length) {
      int size = Math.max(contract + 1, toldDay.length * 2);
      toldDay = Arrays.copyOf(toldDay, size);
      toldQuantity = Arrays.copyOf(toldQuantity, size);
    }
    if (toldDay[contract] == day && toldQuantity[contract] == quantity) {
      return false;
    }
    toldDay[contract] = day;
    toldQuantity[contract] = quantity;
    return true;
  }

  private int asOfDay(long reference, long ts) {
    if (reference > 0) {
      return (int) (reference / DAY);
    }
    long hour = ts / 3_600_000_000_000L;
    if (hour != hourOf) {
      LocalDate prior = clock.calendar().previous(clock.dateAt(ts));
      hourOf = hour;
      priorDay = (int) prior.toEpochDay();
    }
    return priorDay;
  }
}
