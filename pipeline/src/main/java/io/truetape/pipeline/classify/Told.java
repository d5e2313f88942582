package io.truetape.pipeline.classify;

import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;

/// The names of the last [#LIMIT] subjects that had hits and the revision last said of each, so that
/// a correction or a later hit can follow it.
final class Told {
  static final int LIMIT = 1_024;

  private final long[] seqs = new long[LIMIT];
  private final long[] revisions = new long[LIMIT];
  private int next;

  /// Revision of the next word on a subject: 0 for the first, then counting up.
  int next(long seq) {
    int at = indexOf(seq);
    if (at >= 0) {
      return (int) ++revisions[at];
    }
    seqs[next] = seq;
    revisions[next] = 0;
    next = (next + 1) % LIMIT;
    return 0;
  }

  boolean contains(long seq) {
    return indexOf(seq) >= 0;
  }

  private int indexOf(long seq) {
    for (int i = 0; i < LIMIT; i++) {
      if (seqs[i] == seq) {
        return i;
      }
    }
    return -1;
  }

  void save(StateWriter out) {
    out.putInt(next);
    out.putLongs(seqs, LIMIT);
    out.putLongs(revisions, LIMIT);
  }

  void load(StateReader in) {
    next = in.getInt();
    System.arraycopy(in.getLongs(), 0, seqs, 0, LIMIT);
    System.arraycopy(in.getLongs(), 0, revisions, 0, LIMIT);
  }
}
