package io.truetape.pipeline.exposure;

import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.Arrays;

/// What the last [#LIMIT] prints added, so that a cancel can take it back.
final class FlowMemory {
  static final int LIMIT = 8_192;

  private final long[] seqs = new long[LIMIT];
  private final double[] buys = new double[LIMIT];
  private int next;

  void remember(ChippedPrint print) {
    seqs[next] = print.printSeq();
    buys[next] = print.sided().pBuy();
    next = (next + 1) % LIMIT;
  }

  /// The pBuy of a remembered print, once; -1 when it is no longer remembered.
  double forget(long printSeq) {
    for (int i = 0; i < LIMIT; i++) {
      if (seqs[i] == printSeq) {
        seqs[i] = 0;
        return buys[i];
      }
    }
    return -1;
  }

  void clear() {
    Arrays.fill(seqs, 0);
    next = 0;
  }

  void save(StateWriter out) {
    out.putInt(next);
    for (int i = 0; i < LIMIT; i++) {
      out.putLong(seqs[i]);
      out.putDouble(buys[i]);
    }
  }

  void load(StateReader in) {
    next = in.getInt();
    for (int i = 0; i < LIMIT; i++) {
      seqs[i] = in.getLong();
      buys[i] = in.getDouble();
    }
  }
}
