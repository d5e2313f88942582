package io.truetape.store.duckdb;

import io.truetape.model.event.Event;
import io.truetape.store.query.meaning.Fact;
import java.util.ArrayList;
import java.util.List;

/// What the writer has been handed and not yet committed. Guarded by the writer's lock.
///
/// `through` is the last seq that is complete; rows behind the `...Complete` marks belong to the
/// seq still under way and stay for the next transaction.
final class Pending {
  /// Conclusions of one transaction; they become columns only when it is written.
  private static final int MAX_FACTS = 60_000;

  final FlowBatch flow = new FlowBatch();
  final CandleBatch candles = new CandleBatch();
  final List<Rare> rare = new ArrayList<>();
  final List<Fact> facts = new ArrayList<>();
  long through;
  private int flowComplete;
  private int candlesComplete;
  private int rareComplete;
  private int factsComplete;

  /// An event that is seldom: sessions, amendments, feed states, news.
  record Rare(long causeSeq, Event event) {}

  /// Everything so far is complete through `seq`.
  void complete(long seq) {
    through = Math.max(through, seq);
    flowComplete = flow.batch().rows();
    candlesComplete = candles.batch().rows();
    rareComplete = rare.size();
    factsComplete = facts.size();
  }

  int completeRows() {
    return flowComplete + candlesComplete + rareComplete;
  }

  /// Conclusions that belong to complete entries.
  int completeFacts() {
    return factsComplete;
  }

  /// Leaves the conclusions to a later transaction: all of them go to `next`, which has none.
  void moveFacts(Pending next) {
    next.facts.addAll(facts);
    next.factsComplete = factsComplete;
    facts.clear();
    factsComplete = 0;
  }

  boolean isFull() {
    return flow.batch().isFull()
        || candles.batch().isFull()
        || rare.size() >= 50_000
        || facts.size() >= MAX_FACTS;
  }

  /// True when something waits, complete or not.
  boolean isBegun() {
    return flow.batch().rows() > 0 || !facts.isEmpty();
  }

  /// Moves what is not complete to `next`, which is empty.
  ///
  /// Conclusions that were moved before stay where they are.
  void moveIncomplete(Pending next) {
    flow.batch().moveTail(flowComplete, next.flow.batch());
    candles.batch().moveTail(candlesComplete, next.candles.batch());
    moveTail(rare, rareComplete, next.rare);
    if (next.facts.isEmpty()) {
      moveTail(facts, factsComplete, next.facts);
    }
    next.through = through;
  }

  private static <T> void moveTail(List<T> from, int complete, List<T> to) {
    List<T> tail = from.subList(complete, from.size());
    to.addAll(tail);
    tail.clear();
  }

  void clear() {
    flow.batch().clear();
    candles.batch().clear();
    rare.clear();
    facts.clear();
    complete(through);
  }
}
