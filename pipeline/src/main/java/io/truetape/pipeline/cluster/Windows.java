package io.truetape.pipeline.cluster;

import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.table.IntTable;
import io.truetape.pipeline.table.PrintFacts;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Open windows in order of their first print, and closed ones that a cancel may still change.
///
/// Windows have one length, so the first opened is the first to close. Closed windows are kept until
/// they hold more than [#KEPT] prints together; then the oldest go.
final class Windows {
  static final int KEPT = 8_192;

  private final Deque<Window> open = new ArrayDeque<>();
  private final IntTable<Window> current = new IntTable<>();
  private final Deque<Window> closed = new ArrayDeque<>();
  private int kept;

  void add(PrintFacts print, long windowNanos) {
    Window window = current.get(print.contractId());
    if (window == null || !window.takes(print.tsNanos(), windowNanos)) {
      Window earlier = window != null && window.isOpen() ? window : null;
      window = new Window(print.contractId(), print.tsNanos(), earlier);
      current.put(print.contractId(), window);
      open.addLast(window);
    }
    window.add(print);
  }

  /// The next window that began at or before `tsNanos`, now closed; null when there is none.
  @Nullable Window takeClosed(long tsNanos) {
    Window first = open.peekFirst();
    if (first == null || first.fromTsNanos() > tsNanos) {
      return null;
    }
    open.removeFirst();
    first.close();
    unlink(first);
    closed.addLast(first);
    kept += first.taken();
    while (kept > KEPT) {
      kept -= closed.removeFirst().taken();
    }
    return first;
  }

  void claim(int contractId, long seq) {
    Window window = current.get(contractId);
    while (window != null && !window.claim(seq)) {
      window = window.earlier();
    }
  }

  /// Forgets that a later window of the contract stood behind this one.
  private void unlink(Window closing) {
    Window window = current.get(closing.contractId());
    while (window != null && window.earlier() != closing) {
      window = window.earlier();
    }
    if (window != null) {
      window.forgetEarlier();
    }
  }

  /// Takes a print out of an open window; true when it was in one.
  boolean removeOpen(int contractId, long seq) {
    for (Window window : open) {
      if (window.contractId() == contractId && window.remove(seq) != null) {
        return true;
      }
    }
    return false;
  }

  /// The closed window that holds a print; null when none does any more.
  @Nullable Window findClosed(int contractId, long seq) {
    for (Window window : closed) {
      if (window.contractId() == contractId && window.contains(seq)) {
        return window;
      }
    }
    return null;
  }

  void save(StateWriter out) {
    out.putInt(open.size());
    open.forEach(window -> window.save(out));
    out.putInt(closed.size());
    closed.forEach(window -> window.save(out));
  }

  void load(StateReader in) {
    open.clear();
    closed.clear();
    current.clear();
    kept = 0;
    for (int n = in.getInt(); n > 0; n--) {
      Window window = Window.load(in);
      window.follow(current.get(window.contractId()));
      open.addLast(window);
      current.put(window.contractId(), window);
    }
    for (int n = in.getInt(); n > 0; n--) {
      Window window = Window.load(in);
      closed.addLast(window);
      kept += window.taken();
    }
  }
}
