package io.truetape.pipeline.greeks;

import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One expiry of an index: its strikes in order, and the forward that put-call parity implies.
///
/// From the three strikes nearest the money with quotes on both sides: call bid less put ask and
/// call ask less put bid, carried to expiry, bound the forward; it is the middle of the narrowest
/// common range, or the mean of the middles when the bounds contradict each other.
final class Expiry {
  private static final int NEAREST = 3;
  private static final int SEARCHED = 12;

  private final List<Pair> pairs = new ArrayList<>();
  private double forward;
  private double atSpot;
  private long tsNanos;

  /// The call and put of one strike.
  private static final class Pair {
    private final long strikeMicros;
    private @Nullable Mark call;
    private @Nullable Mark put;

    private Pair(long strikeMicros) {
      this.strikeMicros = strikeMicros;
    }
  }

  void add(Mark mark) {
    long strike = mark.terms.strikeMicros();
    int at = place(strike);
    if (at == pairs.size() || pairs.get(at).strikeMicros != strike) {
      pairs.add(at, new Pair(strike));
    }
    if (mark.terms.isCall()) {
      pairs.get(at).call = mark;
    } else {
      pairs.get(at).put = mark;
    }
  }

  boolean isDue(long now, long everyNanos) {
    return now - tsNanos >= everyNanos;
  }

  /// Looks at the quotes again. `grow` is e^(rT).
  void refresh(long now, double spot, double grow, long maxAgeNanos) {
    tsNanos = now;
    double guess = forward > 0 ? forward * spot / atSpot : spot * grow;
    int middle = place((long) (guess * 1e6));
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    double middles = 0;
    int found = 0;
    for (int i = 0; i < SEARCHED && found < NEAREST; i++) {
      int at = middle + ((i & 1) == 0 ? i / 2 : -1 - i / 2);
      if (at < 0 || at >= pairs.size()) {
        continue;
      }
      Mark call = pairs.get(at).call;
      Mark put = pairs.get(at).put;
      if (call == null || put == null) {
        continue;
      }
      int c = usable(call, now, maxAgeNanos);
      int p = usable(put, now, maxAgeNanos);
      if (c < 0 || p < 0) {
        continue;
      }
      double strike = pairs.get(at).strikeMicros / 1e6;
      double least = strike + grow * (call.quotes.bid(c) - put.quotes.ask(p)) / 1e6;
      double most = strike + grow * (call.quotes.ask(c) - put.quotes.bid(p)) / 1e6;
      low = Math.max(low, least);
      high = Math.min(high, most);
      middles += 0.5 * (least + most);
      found++;
    }
    double answer = found == 0 ? 0 : low <= high ? 0.5 * (low + high) : middles / found;
    forward = answer > 0.5 * spot && answer < 2 * spot ? answer : 0;
    atSpot = spot;
  }

  /// The parity forward moved along with the spot, or 0 when there is none.
  double forward(double spot) {
    return forward > 0 ? forward * spot / atSpot : 0;
  }

  private static int usable(Mark mark, long now, long maxAgeNanos) {
    int q = mark.quotes.asOf(now);
    return q >= 0
            && now - mark.quotes.time(q) <= maxAgeNanos
            && mark.quotes.bid(q) > 0
            && mark.quotes.ask(q) >= mark.quotes.bid(q)
        ? q
        : -1;
  }

  private int place(long strikeMicros) {
    int low = 0;
    int high = pairs.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pairs.get(middle).strikeMicros < strikeMicros) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  void save(StateWriter out) {
    out.putDouble(forward);
    out.putDouble(atSpot);
    out.putLong(tsNanos);
  }

  void load(StateReader in) {
    forward = in.getDouble();
    atSpot = in.getDouble();
    tsNanos = in.getLong();
  }
}
