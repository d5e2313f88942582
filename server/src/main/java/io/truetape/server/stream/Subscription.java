package io.truetape.server.stream;

import io.truetape.store.query.FlowFilter;
import io.truetape.store.query.StoredPrint;
import java.util.BitSet;
import java.util.List;

/// What one client hears: which prints, in which form, and where its frames wait.
///
/// `stored` is what the store had when the client came; `after` the last causing seq the client
/// has, or -1 when it wants the newest `snapshot` prints instead.
final class Subscription {
  /// How rows are written for a client.
  enum Form {
    BINARY,
    JSON,
    EVENTS
  }

  private final FlowFilter filter;
  private final Form form;
  private final long after;
  private final int snapshot;
  private final List<StoredPrint> stored;
  private final Outbox outbox;
  private final Runnable wake;
  private final BitSet contracts;

  Subscription(
      FlowFilter filter,
      Form form,
      long after,
      int snapshot,
      List<StoredPrint> stored,
      Outbox outbox,
      Runnable wake) {
    this.filter = filter;
    this.form = form;
    this.after = after;
    this.snapshot = snapshot;
    this.stored = List.copyOf(stored);
    this.outbox = outbox;
    this.wake = wake;
    this.contracts = new BitSet();
  }

  FlowFilter filter() {
    return filter;
  }

  Form form() {
    return form;
  }

  long after() {
    return after;
  }

  int snapshot() {
    return snapshot;
  }

  List<StoredPrint> stored() {
    return stored;
  }

  /// Contract numbers this client has been told. The hub's thread only.
  BitSet contracts() {
    return contracts;
  }

  Outbox outbox() {
    return outbox;
  }

  void send(Frame frame) {
    outbox.put(frame);
    wake.run();
  }
}
