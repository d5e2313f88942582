package io.truetape.server.stream;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/// One WebSocket: sends what its outbox holds, one frame under way at a time, never waiting.
final class WsClient {
  private final Session session;
  private final AtomicInteger work = new AtomicInteger();
  private final Map<String, FactSubscription> channels = new ConcurrentSkipListMap<>();
  private volatile boolean sending;
  private volatile Subscription.Form form = Subscription.Form.BINARY;
  private volatile @Nullable Subscription subscription;
  private final Outbox outbox = new Outbox((from, to, rows) -> Encoder.gap(form, from, to, rows));

  WsClient(Session session) {
    this.session = session;
  }

  Outbox outbox() {
    return outbox;
  }

  @Nullable Subscription subscription() {
    return subscription;
  }

  /// The channels of conclusions this client listens to, by name.
  Map<String, FactSubscription> channels() {
    return channels;
  }

  /// Replaces what this client listens to.
  void listen(@Nullable Subscription next, Subscription.Form nextForm) {
    subscription = next;
    form = nextForm;
  }

  void send(String json) {
    outbox.put(Frame.control(json));
    wake();
  }

  /// Sends while there is something to send and nothing under way. Any thread.
  void wake() {
    if (work.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    while (seen != 0) {
      step();
      seen = work.addAndGet(-seen);
    }
  }

  private void step() {
    while (!sending && session.isOpen()) {
      Frame frame = next();
      if (frame == null) {
        return;
      }
      sending = true;
      Callback done = Callback.from(this::sent, _ -> session.disconnect());
      if (frame.binary()) {
        session.sendBinary(frame.buffer(), done);
      } else {
        session.sendText(frame.text(), done);
      }
    }
  }

  /// Conclusions are few and go before rows.
  private @Nullable Frame next() {
    for (FactSubscription channel : channels.values()) {
      Frame frame = channel.outbox().poll();
      if (frame != null) {
        return frame;
      }
    }
    return outbox.poll();
  }

  private void sent() {
    sending = false;
    wake();
  }
}
