package io.truetape.pipeline.normalize;

import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.symbol.Contract;
import io.truetape.model.symbol.Roots;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.Arrays;

/// A listed contract with its latest prints, for cancels to find the print they take back.
final class Listed {
  final Contract contract;
  final String name;
  final long nameHash;
  final boolean tradesLate;
  final boolean isIndex;
  private long[] prices = new long[4];
  private long[] sequences = new long[4];
  private long[] times = new long[4];
  private long[] seqs = new long[4];
  private int[] sizes = new int[4];
  private int count;

  Listed(Contract contract, String name) {
    this.contract = contract;
    this.name = name;
    this.nameHash = Identity.ofText(name);
    this.tradesLate = Roots.tradesLate(contract.root());
    this.isIndex = Roots.isIndex(contract.root());
  }

  /// Remembers a print; at `limit` the oldest half is forgotten.
  void remember(OptionPrint print, long seq, int limit) {
    if (count == prices.length) {
      if (count < limit) {
        grow(Math.min(limit, count * 2));
      } else {
        forget(count - count / 2);
      }
    }
    prices[count] = print.priceMicros();
    sequences[count] = print.vendorSequence();
    times[count] = print.sourceTsNanos();
    sizes[count] = print.size();
    seqs[count] = seq;
    count++;
  }

  /// Index of the print a cancel takes back, or -1. By vendor sequence first, then latest (or
  /// earliest) of the same price and size.
  int match(OptionPrint cancel, boolean earliest) {
    int found = -1;
    for (int i = 0; i < count; i++) {
      if (seqs[i] == 0 || prices[i] != cancel.priceMicros() || sizes[i] != cancel.size()) {
        continue;
      }
      if (sequences[i] == cancel.vendorSequence()) {
        return i;
      }
      if (found < 0 || !earliest) {
        found = i;
      }
    }
    return found;
  }

  long seqAt(int i) {
    return seqs[i];
  }

  long timeAt(int i) {
    return times[i];
  }

  /// A print can be taken back once.
  void takeBack(int i) {
    seqs[i] = 0;
  }

  void save(StateWriter out) {
    out.putInt(count);
    for (int i = 0; i < count; i++) {
      out.putLong(prices[i]);
      out.putLong(sequences[i]);
      out.putLong(times[i]);
      out.putLong(seqs[i]);
      out.putInt(sizes[i]);
    }
  }

  void load(StateReader in) {
    int n = in.getInt();
    grow(Math.max(4, Integer.highestOneBit(Math.max(1, n)) * 2));
    for (count = 0; count < n; count++) {
      prices[count] = in.getLong();
      sequences[count] = in.getLong();
      times[count] = in.getLong();
      seqs[count] = in.getLong();
      sizes[count] = in.getInt();
    }
  }

  private void grow(int capacity) {
    prices = Arrays.copyOf(prices, capacity);
    sequences = Arrays.copyOf(sequences, capacity);
    times = Arrays.copyOf(times, capacity);
    seqs = Arrays.copyOf(seqs, capacity);
    sizes = Arrays.copyOf(sizes, capacity);
  }

  private void forget(int drop) {
    int kept = count - drop;
    System.arraycopy(prices, drop, prices, 0, kept);
    System.arraycopy(sequences, drop, sequences, 0, kept);
    System.arraycopy(times, drop, times, 0, kept);
    System.arraycopy(seqs, drop, seqs, 0, kept);
    System.arraycopy(sizes, drop, sizes, 0, kept);
    count = kept;
  }
}
