package io.truetape.feed.synthetic.market;

import java.util.PriorityQueue;

/// What will happen later: cancels, late reports, the next print of a burst. Ties in order of
/// entry.
///
/// At most 65,536 things wait; beyond that new ones are dropped and counted.
public final class Schedule {
  private static final int LIMIT = 65_536;

  private final PriorityQueue<Due> queue = new PriorityQueue<>();
  private long entered;
  private long dropped;

  /// Something to do at a time.
  @FunctionalInterface
  public interface Action {
    void at(long tsNanos);
  }

  private record Due(long tsNanos, long order, Action action) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = Long.compare(tsNanos, other.tsNanos);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  public void at(long tsNanos, Action action) {
    if (queue.size() >= LIMIT) {
      dropped++;
      return;
    }
    queue.add(new Due(tsNanos, entered++, action));
  }

  /// When the next thing is due; `Long.MAX_VALUE` when nothing waits.
  public long nextTsNanos() {
    Due due = queue.peek();
    return due == null ? Long.MAX_VALUE : due.tsNanos();
  }

  public void runNext() {
    Due due = queue.remove();
    due.action().at(due.tsNanos());
  }

  /// Forgets what waits: the day is over.
  public void clear() {
    queue.clear();
  }

  public long dropped() {
    return dropped;
  }
}
