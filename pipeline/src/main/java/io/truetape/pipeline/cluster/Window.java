package io.truetape.pipeline.cluster;

import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.table.PrintFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The prints of one contract within one window. At most [#LIMIT].
final class Window {
  static final int LIMIT = 1_024;

  private final int contractId;
  private final long fromTsNanos;
  private final List<PrintFacts> prints = new ArrayList<>(2);
  private long[] claimed = new long[0];
  private final long[] names = new long[2];
  private @Nullable Window earlier;
  private boolean open = true;
  private int taken;
  private int revisions;

  Window(int contractId, long fromTsNanos, @Nullable Window earlier) {
    this.contractId = contractId;
    this.fromTsNanos = fromTsNanos;
    this.earlier = earlier;
  }

  /// The window of the same contract before this one, while that is still open.
  @Nullable Window earlier() {
    return earlier;
  }

  boolean isOpen() {
    return open;
  }

  void close() {
    open = false;
  }

  void forgetEarlier() {
    earlier = null;
  }

  void follow(@Nullable Window window) {
    earlier = window;
  }

  int contractId() {
    return contractId;
  }

  long fromTsNanos() {
    return fromTsNanos;
  }

  /// True when a print of that time still belongs here.
  boolean takes(long tsNanos, long windowNanos) {
    return tsNanos - fromTsNanos <= windowNanos && prints.size() < LIMIT;
  }

  void add(PrintFacts print) {
    prints.add(print);
    taken++;
  }

  /// How many prints it ever took; what it counts for against the limit of kept prints.
  int taken() {
    return taken;
  }

  int nextRevision() {
    return ++revisions;
  }

  /// Marks a print as part of a structure; false when it is not here.
  boolean claim(long seq) {
    if (indexOf(seq) < 0) {
      return false;
    }
    claimed = java.util.Arrays.copyOf(claimed, claimed.length + 1);
    claimed[claimed.length - 1] = seq;
    return true;
  }

  /// Takes a print out; null when it is not here.
  @Nullable PrintFacts remove(long seq) {
    int at = indexOf(seq);
    return at < 0 ? null : prints.remove(at);
  }

  /// Names the packet of its legs, or of the others.
  void name(boolean legs, long seq) {
    names[legs ? 1 : 0] = seq;
  }

  long name(boolean legs) {
    return names[legs ? 1 : 0];
  }

  boolean contains(long seq) {
    return indexOf(seq) >= 0;
  }

  /// Its prints that no structure claimed: reported legs, or the others.
  List<PrintFacts> unclaimed(boolean legs) {
    List<PrintFacts> free = new ArrayList<>(prints.size());
    for (PrintFacts print : prints) {
      if (print.isLeg() == legs && !isClaimed(print.seq())) {
        free.add(print);
      }
    }
    return free;
  }

  boolean isClaimed(long seq) {
    for (long claim : claimed) {
      if (claim == seq) {
        return true;
      }
    }
    return false;
  }

  private int indexOf(long seq) {
    for (int i = 0; i < prints.size(); i++) {
      if (prints.get(i).seq() == seq) {
        return i;
      }
    }
    return -1;
  }

  void save(StateWriter out) {
    out.putInt(contractId);
    out.putLong(fromTsNanos);
    out.putInt(revisions);
    out.putInt(taken);
    out.putLong(names[0]);
    out.putLong(names[1]);
    out.putLongs(claimed, claimed.length);
    out.putInt(prints.size());
    prints.forEach(print -> print.save(out));
  }

  static Window load(StateReader in) {
    Window window = new Window(in.getInt(), in.getLong(), null);
    window.revisions = in.getInt();
    int taken = in.getInt();
    window.names[0] = in.getLong();
    window.names[1] = in.getLong();
    window.claimed = in.getLongs();
    for (int n = in.getInt(); n > 0; n--) {
      window.prints.add(PrintFacts.load(in));
    }
    window.taken = taken;
    return window;
  }
}
