package io.truetape.engine.fanout;

import io.truetape.engine.run.Runner;
import io.truetape.model.event.Entry;
import io.truetape.model.event.EventSink;
import java.util.ArrayList;
import java.util.List;

/// Runs batches and hands what comes out to every subscribed sink, each on its own thread.
public final class FanOut implements AutoCloseable {
  private final Runner runner;
  private final List<Subscription> subscriptions = new ArrayList<>();

  public FanOut(Runner runner) {
    this.runner = runner;
  }

  /// Subscribes a sink that must never slow the run once it is live ([#goLive]). `afterSeq` is what it already has.
  public Subscription live(
      String name, EventSink sink, long afterSeq, Subscription.CatchUp catchUp) {
    return add(new Subscription(name, sink, true, afterSeq, catchUp));
  }

  /// Subscribes a sink the run waits for: replays and imports, where nothing is live.
  public Subscription waiting(String name, EventSink sink, long afterSeq) {
    return add(
        new Subscription(
            name,
            sink,
            false,
            afterSeq,
            (after, to, offered, joinAt) -> {
              throw new IllegalStateException(name + " is waited for and cannot fall behind");
            }));
  }

  /// Thinks about a batch and offers the result to all sinks.
  public void run(List<Entry> batch) {
    if (batch.isEmpty()) {
      return;
    }
    Handover handover = new Handover(batch.getFirst().seq());
    runner.run(batch, handover);
    for (Subscription subscription : subscriptions) {
      subscription.offer(handover);
    }
  }

  /// Live sinks are waited for until this is called: a restart has its log to run first.
  public void goLive() {
    subscriptions.forEach(Subscription::goLive);
  }

  public List<Subscription> subscriptions() {
    return List.copyOf(subscriptions);
  }

  private Subscription add(Subscription subscription) {
    subscriptions.add(subscription);
    subscription.start();
    return subscription;
  }

  @Override
  public void close() {
    subscriptions.forEach(Subscription::close);
  }
}
