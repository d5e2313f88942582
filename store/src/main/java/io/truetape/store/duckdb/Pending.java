package io.truetape.store.duckdb;

import io.truetape.model.event.Event;
import java.util.ArrayList;
import java.util.List;

/// What the writer has been handed and not yet committed. Guarded by the writer's lock.
///
/// `through` is the last seq that is complete; rows behind the `...Complete` marks belong to the
/// seq still under way and stay for the next transaction.
final class Pending {
  final FlowBatch flow = new FlowBatch();
  final CandleBatch candles = new CandleBatch();
  final List<Rare> rare = new ArrayList<>();
  long through;
  private int flowComplete;
  private int candlesComplete;
  private int rareComplete;

  /// An event that is seldom: sessions, amendments, feed states, news.
  record Rare(long causeSeq, Event event) {}

  /// Everything so far is complete through `seq`.
  void complete(long seq) {
    through = Math.max(through, seq);
    flowComplete = flow.batch().rows();
    candlesComplete = candles.batch().rows();
    rareComplete = rare.size();
  }

  int completeRows() {
    return flowComplete + candlesComplete + rareComplete;
  }

  boolean isFull() {
    return flow.batch().isFull() || candles.batch().isFull() || rare.size() >= 50_000;
  }

  /// Moves what is not complete to `next`, which is empty.
  void moveIncomplete(Pending next) {
    flow.batch().moveTail(flowComplete, next.flow.batch());
    candles.batch().moveTail(candlesComplete, next.candles.batch());
    List<Rare> tail = rare.subList(rareComplete, rare.size());
    next.rare.addAll(tail);
    tail.clear();
    next.through = through;
  }

  void clear() {
    flow.batch().clear();
    candles.batch().clear();
    rare.clear();
    complete(through);
  }
}
