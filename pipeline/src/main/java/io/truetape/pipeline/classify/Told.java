package io.truetape.pipeline.classify;

import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;

/// The names of the last [#LIMIT] subjects that had hits, so that a correction can take them back.
final class Told {
  static final int LIMIT = 1_024;

  private final long[] seqs = new long[LIMIT];
  private int next;

  void add(long seq) {
    if (!contains(seq)) {
      seqs[next] = seq;
      next = (next + 1) % LIMIT;
    }
  }

  boolean contains(long seq) {
    for (long known : seqs) {
      if (known == seq) {
        return true;
      }
    }
    return false;
  }

  void save(StateWriter out) {
    out.putInt(next);
    out.putLongs(seqs, LIMIT);
  }

  void load(StateReader in) {
    next = in.getInt();
    System.arraycopy(in.getLongs(), 0, seqs, 0, LIMIT);
  }
}
