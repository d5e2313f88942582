package io.truetape.engine.run;

import io.truetape.engine.wire.WireReader;
import io.truetape.engine.wire.WireWriter;
import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.EventKind;
import io.truetape.pipeline.StageId;

/// What one lane has concluded so far: a hash chain per room, and a count per kind.
final class LaneDigest {
  private final HashChain[] chains = new HashChain[StageId.values().length];
  private final long[] counts = new long[EventKind.values().length];

  LaneDigest() {
    for (int i = 0; i < chains.length; i++) {
      chains[i] = new HashChain();
    }
  }

  void add(StageId stage, DerivedEvent event) {
    if (event.kind() == EventKind.WATERMARK) {
      return;
    }
    HashChain chain = chains[stage.ordinal()];
    DerivedWire.put(event, chain.out());
    chain.wrote();
    counts[event.kind().ordinal()]++;
  }

  HashChain chain(StageId stage) {
    return chains[stage.ordinal()];
  }

  void addCountsTo(long[] totals) {
    for (int i = 0; i < counts.length; i++) {
      totals[i] += counts[i];
    }
  }

  void save(WireWriter out) {
    for (HashChain chain : chains) {
      chain.save(out);
    }
    for (long count : counts) {
      out.putLong(count);
    }
  }

  void load(WireReader in) {
    for (HashChain chain : chains) {
      chain.load(in);
    }
    for (int i = 0; i < counts.length; i++) {
      counts[i] = in.getLong();
    }
  }
}
