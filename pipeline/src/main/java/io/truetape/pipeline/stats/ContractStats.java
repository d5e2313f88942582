package io.truetape.pipeline.stats;

import io.truetape.model.baseline.ContractBaseline;
import io.truetape.model.event.source.OpenInterest;
import io.truetape.model.market.Right;
import io.truetape.model.symbol.Contract;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.table.LogSketch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one contract has done this session. Volumes and open interest in contracts.
final class ContractStats {
  /// Contracts with fewer prints are not worth carrying to another session.
  private static final int LEAST = 4;

  final Repeats repeats = new Repeats();
  final Recent recent = new Recent();
  long dayVolume;
  long openInterest = -1;
  int oiAsOfDay;
  private @Nullable LogSketch premiums;
  private @Nullable ContractBaseline name;

  /// Takes a publication when it is for the same or a later day than the one held.
  void publish(OpenInterest published) {
    if (published.asOfDay() >= oiAsOfDay) {
      openInterest = published.openInterest();
      oiAsOfDay = published.asOfDay();
    }
  }

  /// Share of earlier premiums below this one, or -1 below `minimum` samples; then remembers it.
  /// The first time, what earlier sessions saw of the contract is taken over.
  double rankAndAdd(Contract terms, long premiumMicros, int minimum, Warm warm) {
    LogSketch sketch = premiums;
    if (sketch == null) {
      sketch = new LogSketch(0);
      sketch.addAll(warm.premiumsOf(terms));
      premiums = sketch;
      name = named(terms.root(), terms.right(), terms.expiryDay(), terms.strikeMicros());
    }
    double rank = sketch.total() < minimum ? -1 : sketch.rank(premiumMicros);
    sketch.add(premiumMicros);
    return rank;
  }

  /// Adds the contract's life so far, unless it hardly printed or has expired by `day`.
  void addBaselineTo(List<ContractBaseline> all, int day) {
    ContractBaseline n = name;
    LogSketch sketch = premiums;
    if (n != null && sketch != null && sketch.total() >= LEAST && n.expiryDay() > day) {
      all.add(
          new ContractBaseline(
              n.root(), n.right(), n.expiryDay(), n.strikeMicros(), sketch.buckets()));
    }
  }

  private static ContractBaseline named(String root, Right right, int expiry, long strike) {
    return new ContractBaseline(root, right, expiry, strike, List.of());
  }

  void newSession() {
    dayVolume = 0;
  }

  void save(StateWriter out) {
    repeats.save(out);
    recent.save(out);
    out.putLong(dayVolume);
    out.putLong(openInterest);
    out.putInt(oiAsOfDay);
    out.putBoolean(premiums != null);
    if (premiums != null && name != null) {
      premiums.save(out);
      out.putText(name.root());
      out.putInt(name.right().ordinal());
      out.putInt(name.expiryDay());
      out.putLong(name.strikeMicros());
    }
  }

  void load(StateReader in) {
    repeats.load(in);
    recent.load(in);
    dayVolume = in.getLong();
    openInterest = in.getLong();
    oiAsOfDay = in.getInt();
    premiums = null;
    if (in.getBoolean()) {
      LogSketch sketch = new LogSketch(0);
      sketch.load(in);
      premiums = sketch;
      String root = in.getText();
      Right right = Right.values()[in.getInt()];
      name = named(root, right, in.getInt(), in.getLong());
    }
  }
}
