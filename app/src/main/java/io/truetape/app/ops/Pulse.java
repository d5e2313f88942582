package io.truetape.app.ops;

import io.truetape.model.event.Event;
import io.truetape.model.event.EventSink;
import io.truetape.model.event.control.FeedSilence;
import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.PrintRefused;
import io.truetape.model.event.source.FeedState;
import io.truetape.model.event.source.FeedStatus;
import io.truetape.model.event.source.Gap;
import io.truetape.model.event.source.Rejected;
import io.truetape.model.id.FeedId;
import io.truetape.server.view.FeedReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/// Feels whether the tape is alive: rate, feed states, gaps, refusals. Safe from any thread.
public final class Pulse implements EventSink {
  private static final int SECONDS = 5;
  private static final Set<String> OLD =
      Set.of(
          FeedState.CONNECTING.name(),
          FeedState.STALE.name(),
          FeedState.DOWN.name(),
          FeedState.DENIED.name());

  private final Map<FeedId, FeedReport> feeds = new ConcurrentSkipListMap<>();
  private final LongAdder prints = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final LongAdder gaps = new LongAdder();
  private final long[] marks = new long[SECONDS + 1];
  private long markedSecond = -1;

  @Override
  public void accept(long seq, Event event) {
    switch (event) {
      case ChippedPrint p -> {
        prints.increment();
        seen(p.print().feed(), p.tsNanos());
      }
      case FeedStatus s ->
          feeds.put(
              s.feed(),
              new FeedReport(
                  s.feed().text(),
                  s.state().name(),
                  s.detail(),
                  Math.max(s.sourceTsNanos(), last(s.feed()))));
      case FeedSilence s -> silence(s);
      case Gap _ -> gaps.increment();
      case Rejected _ -> rejected.increment();
      case PrintRefused _ -> refused.increment();
      default -> {}
    }
  }

  private void silence(FeedSilence s) {
    FeedState state = s.silent() ? FeedState.STALE : FeedState.LIVE;
    String detail = (s.silent() ? "silent" : "spoke again after %.1f s of silence");
    feeds.put(
        s.feed(),
        new FeedReport(
            s.feed().text(), state.name(), detail.formatted(s.forNanos() / 1e9), last(s.feed())));
  }

  /// Why what is shown is old: a feed that is silent, down or denied; empty when none is.
  public static Optional<String> stale(List<FeedReport> feeds) {
    return feeds.stream()
        .filter(f -> OLD.contains(f.state()))
        .map(
            f ->
                "feed %s is %s: %s"
                    .formatted(f.feed(), f.state().toLowerCase(Locale.ROOT), f.detail()))
        .findFirst();
  }

  @Override
  public void handedOver(long seq) {
    printsPerSecond(System.nanoTime());
  }

  /// States of all feeds heard of.
  public List<FeedReport> feeds() {
    return new ArrayList<>(feeds.values());
  }

  public long prints() {
    return prints.sum();
  }

  public long refused() {
    return refused.sum();
  }

  public long rejected() {
    return rejected.sum();
  }

  public long gaps() {
    return gaps.sum();
  }

  /// Prints per second over the last [#SECONDS] whole seconds.
  public synchronized double printsPerSecond(long nowNanos) {
    long second = Math.floorDiv(nowNanos, 1_000_000_000L);
    long total = prints.sum();
    if (markedSecond < 0) {
      java.util.Arrays.fill(marks, total);
      markedSecond = second;
    }
    for (; markedSecond < second; markedSecond++) {
      System.arraycopy(marks, 1, marks, 0, SECONDS);
      marks[SECONDS] = total;
    }
    return (double) (marks[SECONDS] - marks[0]) / SECONDS;
  }

  /// True when a feed said it has nothing more to say.
  public boolean isFinished() {
    return !feeds.isEmpty()
        && feeds.values().stream().allMatch(f -> f.state().equals(FeedState.FINISHED.name()));
  }

  private void seen(FeedId feed, long tsNanos) {
    FeedReport known = feeds.get(feed);
    if (known != null && tsNanos > known.lastTsNanos() + 100_000_000L) {
      feeds.put(feed, new FeedReport(known.feed(), known.state(), known.detail(), tsNanos));
    }
  }

  private long last(FeedId feed) {
    FeedReport known = feeds.get(feed);
    return known == null ? 0 : known.lastTsNanos();
  }
}
