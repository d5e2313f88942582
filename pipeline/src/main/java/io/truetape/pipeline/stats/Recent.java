package io.truetape.pipeline.stats;

import io.truetape.model.market.Sentiment;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;

/// What the last [#LIMIT] prints of a contract leaned to, so that a cancel can take that back.
final class Recent {
  static final int LIMIT = 64;

  private final long[] seqs = new long[LIMIT];
  private final byte[] leanings = new byte[LIMIT];
  private int next;

  void remember(long printSeq, Sentiment sentiment) {
    seqs[next] = printSeq;
    leanings[next] = (byte) sentiment.ordinal();
    next = (next + 1) % LIMIT;
  }

  /// The leaning of a remembered print; NEUTRAL when it is no longer remembered.
  Sentiment forget(long printSeq) {
    for (int i = 0; i < LIMIT; i++) {
      if (seqs[i] == printSeq) {
        seqs[i] = 0;
        return Sentiment.values()[leanings[i]];
      }
    }
    return Sentiment.NEUTRAL;
  }

  void save(StateWriter out) {
    out.putInt(next);
    for (int i = 0; i < LIMIT; i++) {
      out.putLong(seqs[i]);
      out.putInt(leanings[i]);
    }
  }

  void load(StateReader in) {
    next = in.getInt();
    for (int i = 0; i < LIMIT; i++) {
      seqs[i] = in.getLong();
      leanings[i] = (byte) in.getInt();
    }
  }
}
