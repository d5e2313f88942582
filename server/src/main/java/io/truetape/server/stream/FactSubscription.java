package io.truetape.server.stream;

import io.truetape.store.query.meaning.Fact;
import io.truetape.store.query.meaning.FactFilter;
import java.util.List;

/// What one client hears of one resource, in which form, and where its frames wait.
///
/// `stored` is what the store had when the client came; `after` the last causing seq the client
/// has, or -1 when it wants the newest `snapshot` instead.
record FactSubscription(
    FactFilter filter,
    Subscription.Form form,
    long after,
    int snapshot,
    List<Fact> stored,
    Outbox outbox,
    Runnable wake) {
  FactSubscription {
    stored = List.copyOf(stored);
  }

  String channel() {
    return filter.resource().text();
  }

  void send(Frame frame) {
    outbox.put(frame);
    wake.run();
  }

  /// Two clients are never the same, whatever they ask for.
  @Override
  @SuppressWarnings("ReferenceEquality")
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
