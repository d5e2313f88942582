package io.truetape.pipeline.strikes;

import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.Arrays;

/// Which way the latest prints went, so that an amendment can take that back. Grows to [#LIMIT],
/// then the oldest is forgotten.
final class Remembered {
  static final int LIMIT = 65_536;

  private long[] seqs = new long[16];
  private double[] weights = new double[16];
  private double[] deltas = new double[16];
  private double[] gammas = new double[16];
  private byte[] marks = new byte[16];
  private int next;
  private int size;

  void add(long printSeq, Flow flow) {
    if (size == seqs.length && size < LIMIT) {
      grow();
    }
    seqs[next] = printSeq;
    weights[next] = flow.weight;
    deltas[next] = flow.deltaShares;
    gammas[next] = flow.gammaShares;
    marks[next] = mark(flow);
    next = (next + 1) & (seqs.length - 1);
    size = Math.min(size + 1, seqs.length);
  }

  /// Completes an amendment of that print: sign, weight, deltas and whether its premium counted.
  /// False when the print is no longer remembered.
  boolean takeBack(long printSeq, Flow flow) {
    for (int back = 1; back <= size; back++) {
      int i = (next - back) & (seqs.length - 1);
      if (seqs[i] == printSeq) {
        flow.isSideKnown = true;
        flow.sign = (marks[i] & 3) - 1;
        flow.hasDelta = (marks[i] & 4) != 0;
        flow.volume = (marks[i] & 8) != 0 ? flow.volume : 0;
        flow.premium = (marks[i] & 16) != 0 ? flow.premium : 0;
        flow.weight = weights[i];
        flow.deltaShares = -deltas[i];
        flow.gammaShares = -gammas[i];
        seqs[i] = 0;
        return true;
      }
    }
    return false;
  }

  private static byte mark(Flow flow) {
    return (byte)
        (flow.sign + 1
            | (flow.hasDelta ? 4 : 0)
            | (flow.volume != 0 ? 8 : 0)
            | (flow.premium != 0 ? 16 : 0));
  }

  private void grow() {
    int wider = seqs.length * 2;
    next = size;
    seqs = Arrays.copyOf(seqs, wider);
    weights = Arrays.copyOf(weights, wider);
    deltas = Arrays.copyOf(deltas, wider);
    gammas = Arrays.copyOf(gammas, wider);
    marks = Arrays.copyOf(marks, wider);
  }

  void save(StateWriter out) {
    out.putInt(seqs.length);
    out.putInt(next);
    out.putInt(size);
    for (int i = 0; i < size; i++) {
      out.putLong(seqs[i]);
      out.putDouble(weights[i]);
      out.putDouble(deltas[i]);
      out.putDouble(gammas[i]);
      out.putInt(marks[i]);
    }
  }

  void load(StateReader in) {
    int capacity = in.getInt();
    seqs = new long[capacity];
    weights = new double[capacity];
    deltas = new double[capacity];
    gammas = new double[capacity];
    marks = new byte[capacity];
    next = in.getInt();
    size = in.getInt();
    for (int i = 0; i < size; i++) {
      seqs[i] = in.getLong();
      weights[i] = in.getDouble();
      deltas[i] = in.getDouble();
      gammas[i] = in.getDouble();
      marks[i] = (byte) in.getInt();
    }
  }
}
