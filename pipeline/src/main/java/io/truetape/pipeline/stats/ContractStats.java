package io.truetape.pipeline.stats;

import io.truetape.model.event.source.OpenInterest;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.table.LogSketch;
import org.jspecify.annotations.Nullable;

/// What one contract has done this session. Volumes and open interest in contracts.
final class ContractStats {
  final Repeats repeats = new Repeats();
  final Recent recent = new Recent();
  long dayVolume;
  long openInterest = -1;
  int oiAsOfDay;
  private @Nullable LogSketch premiums;

  /// Takes a publication when it is for the same or a later day than the one held.
  void publish(OpenInterest published) {
    if (published.asOfDay() >= oiAsOfDay) {
      openInterest = published.openInterest();
      oiAsOfDay = published.asOfDay();
    }
  }

  /// Share of earlier premiums below this one, or -1 below `minimum` samples; then remembers it.
  double rankAndAdd(long premiumMicros, int minimum) {
    LogSketch sketch = premiums;
    if (sketch == null) {
      sketch = new LogSketch(0);
      premiums = sketch;
    }
    double rank = sketch.total() < minimum ? -1 : sketch.rank(premiumMicros);
    sketch.add(premiumMicros);
    return rank;
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
    if (premiums != null) {
      premiums.save(out);
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
    }
  }
}
