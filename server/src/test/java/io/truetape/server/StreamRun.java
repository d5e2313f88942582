package io.truetape.server;

import io.truetape.model.event.derived.ChippedPrint;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Measures from `LiveHub.accept` to a WebSocket client's ear: `StreamRun ROWS_PER_SECOND SECONDS`.
final class StreamRun {
  private StreamRun() {}

  public static void main(String[] args) throws Exception {
    int rate = Integer.parseInt(args[0]);
    int total = rate * Integer.parseInt(args[1]);
    Path folder = Files.createTempDirectory("stream-run");
    try (Running running = new Running(folder, ServerPlan.loopback(0))) {
      long[] given = new long[total];
      long[] heard = new long[total];
      Ear ear = new Ear(heard, total);
      WebSocket socket =
          running
              .http
              .newWebSocketBuilder()
              .buildAsync(URI.create("ws://127.0.0.1:" + running.server.port() + "/ws"), ear)
              .join();
      socket.sendText("{\"op\":\"subscribe\",\"channel\":\"flow\",\"snapshot\":0}", true).join();
      if (!ear.subscribed.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("not subscribed");
      }
      long started = System.nanoTime();
      for (int i = 0; i < total; i++) {
        ChippedPrint print = running.next();
        long due = started + (long) (i * 1e9 / rate);
        while (i % 25 == 0 && System.nanoTime() < due) {
          LockSupport.parkNanos(Math.max(1, due - System.nanoTime()));
        }
        given[i] = System.nanoTime();
        running.hub.accept(print.printSeq(), print);
        if (i % 25 == 24) {
          running.hub.handedOver(print.printSeq());
        }
      }
      running.hub.handedOver(running.prints.size());
      boolean all = ear.all.await(20, TimeUnit.SECONDS);
      long[] took = new long[total];
      for (int i = 0; i < total; i++) {
        took[i] = heard[i] - given[i];
      }
      Arrays.sort(took);
      System.err.print(
          String.format(
              "rows %d, all heard %s, p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
              total,
              all,
              took[total / 2] / 1e6,
              took[total - total / 100] / 1e6,
              took[total - 1] / 1e6));
    }
  }

  private static final class Ear implements WebSocket.Listener {
    final CountDownLatch subscribed = new CountDownLatch(1);
    final CountDownLatch all = new CountDownLatch(1);
    private final long[] heard;
    private final int total;
    private final ByteBuffer frame = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
    private int count;

    Ear(long[] heard, int total) {
      this.heard = heard;
      this.total = total;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      if (part.toString().contains("\"subscribed\"")) {
        subscribed.countDown();
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
      frame.put(part);
      if (last) {
        frame.flip();
        long now = System.nanoTime();
        for (int row = 0; row < frame.getShort(2); row++) {
          heard[(int) (frame.getLong(32 + 112 * row) - Running.STORED - 1)] = now;
          count++;
        }
        frame.clear();
        if (count == total) {
          all.countDown();
        }
      }
      from.request(1);
      return null;
    }
  }
}
