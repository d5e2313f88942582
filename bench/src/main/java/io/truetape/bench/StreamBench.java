package io.truetape.bench;

import io.truetape.app.config.Config;
import io.truetape.app.config.ConfigFile;
import io.truetape.app.config.RuleFile;
import io.truetape.app.ops.LiveRun;
import io.truetape.feed.Feed;
import io.truetape.feed.synthetic.SyntheticMarket;
import io.truetape.feed.synthetic.SyntheticMode;
import io.truetape.feed.synthetic.SyntheticPlan;
import io.truetape.model.event.Intake;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.event.source.OptionQuote;
import io.truetape.model.id.FeedId;
import io.truetape.server.view.Badge;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/// From a feed's hand to a WebSocket client's ear through everything: sequencer, log with fsync,
/// rooms, store, hub. `StreamBench PRINTS_PER_SECOND SECONDS`, in real time, one process; the first
/// fifteen seconds are heard but not timed (the machine compiles).
public final class StreamBench {
  private static final double OPENING_RATE = 56_000;
  private static final long WARM_UP_NANOS = 15_000_000_000L;

  private StreamBench() {}

  public static void main(String[] args) throws Exception {
    int rate = Integer.parseInt(args[0]);
    int seconds = Integer.parseInt(args[1]);
    Path data = Files.createTempDirectory("stream-bench");
    Config config = ConfigFile.parse("bench", "");
    Given given = new Given(rate * (seconds + 30));
    Paced feed = new Paced(given, rate / OPENING_RATE, seconds);
    try (LiveRun run =
            new LiveRun(
                config,
                data,
                "bench",
                Badge.SYNTHETIC,
                0,
                RuleFile.standard().activation(0),
                _ -> feed);
        HttpClient http = HttpClient.newHttpClient()) {
      Ear ear = new Ear(given);
      URI uri = URI.create(run.url().replace("http", "ws") + "ws");
      WebSocket socket = http.newWebSocketBuilder().buildAsync(uri, ear).join();
      socket.sendText("{\"op\":\"subscribe\",\"channel\":\"flow\",\"snapshot\":0}", true).join();
      feed.go();
      while (!feed.done) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
      TimeUnit.SECONDS.sleep(2);
      System.out.printf(
          "given %,d prints (%,.0f/s over %d s), heard %,d, not rows (cancels, repeats) %,d%n",
          given.count, given.count / (double) seconds, seconds, ear.heard, given.count - ear.heard);
      System.out.printf(
          "receive to client: p50 %.1f ms, p90 %.1f, p99 %.1f, p99.9 %.1f, max %.1f; gaps %d%n",
          ear.at(50), ear.at(90), ear.at(99), ear.at(99.9), ear.at(100), ear.gaps);
      socket.abort();
    }
    System.exit(0);
  }

  /// When each print was handed over, by its exchange time (ascending).
  private static final class Given {
    final long[] ts;
    final long[] nanos;
    volatile int count;

    Given(int capacity) {
      ts = new long[capacity];
      nanos = new long[capacity];
    }

    void add(long tsNanos) {
      ts[count] = tsNanos;
      nanos[count] = System.nanoTime();
      count = count + 1;
    }
  }

  /// The firehose's opening, thinned to the wanted rate, in real time.
  private static final class Paced implements Feed {
    private final Given given;
    private final double share;
    private final int seconds;
    private volatile boolean go;
    private volatile boolean done;
    private long started;
    private long openTs;
    private long counter;

    Paced(Given given, double share, int seconds) {
      this.given = given;
      this.share = share;
      this.seconds = seconds;
    }

    void go() {
      go = true;
    }

    @Override
    public FeedId id() {
      return FeedId.SYNTHETIC;
    }

    @Override
    public int capabilities() {
      return SyntheticMarket.capabilities();
    }

    @Override
    public void run(Intake intake) {
      SyntheticPlan plan =
          new SyntheticPlan(1, SyntheticMode.FIREHOSE, SyntheticPlan.FIRST_DAY, 40, 1, 0);
      SyntheticMarket market = new SyntheticMarket(plan, intake.listings(), _ -> {});
      while (!done && market.advance(event -> tell(market, event, intake))) {
        // told inside advance
      }
    }

    private void tell(SyntheticMarket market, SourceEvent event, Intake intake) {
      if (done) {
        return;
      }
      if (!market.isLive(event.sourceTsNanos())) {
        intake.put(event);
        return;
      }
      boolean thinned = event instanceof OptionPrint || event instanceof OptionQuote;
      if (thinned && (++counter * 0x9E3779B97F4A7C15L >>> 11) * 0x1.0p-53 > share) {
        return;
      }
      pace(event.sourceTsNanos());
      if (event instanceof OptionPrint) {
        given.add(event.sourceTsNanos());
      }
      intake.put(event);
    }

    private void pace(long tsNanos) {
      if (started == 0) {
        while (!go) {
          LockSupport.parkNanos(1_000_000);
        }
        started = System.nanoTime();
        openTs = tsNanos;
      }
      long wait = started + (tsNanos - openTs) - System.nanoTime();
      if (wait > 200_000) {
        LockSupport.parkNanos(wait);
      }
      if (tsNanos - openTs > seconds * 1_000_000_000L) {
        done = true;
      }
    }
  }

  private static final class Ear implements WebSocket.Listener {
    private final Given given;
    private final Histogram histogram = new Histogram(60_000_000_000L, 3);
    private final ByteBuffer frame = ByteBuffer.allocate(4 << 20).order(ByteOrder.LITTLE_ENDIAN);
    private final StringBuilder text = new StringBuilder();
    private final long startedNanos = System.nanoTime();
    volatile long heard;
    volatile long gaps;

    Ear(Given given) {
      this.given = given;
    }

    double at(double percentile) {
      return histogram.getValueAtPercentile(percentile) / 1e6;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        gaps += text.indexOf("\"op\":\"gap\"") >= 0 ? 1 : 0;
        text.setLength(0);
      }
      return WebSocket.Listener.super.onText(socket, part, last);
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
      frame.put(part);
      if (last) {
        long now = System.nanoTime();
        boolean warm = now - startedNanos > WARM_UP_NANOS;
        frame.flip();
        int rows = frame.getShort(2);
        int bytes = frame.getShort(4);
        for (int i = 0; i < rows; i++) {
          long ts = frame.getLong(32 + i * bytes + 8);
          int at = Arrays.binarySearch(given.ts, 0, given.count, ts);
          if (at >= 0) {
            if (warm) {
              histogram.recordValue(Math.max(0, now - given.nanos[at]));
            }
            heard = heard + 1;
          }
        }
        frame.clear();
      }
      return WebSocket.Listener.super.onBinary(socket, part, last);
    }
  }
}
