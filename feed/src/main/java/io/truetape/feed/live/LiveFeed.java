package io.truetape.feed.live;

import io.truetape.feed.Feed;
import io.truetape.feed.FeedFault;
import io.truetape.model.event.Intake;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.source.FeedState;
import io.truetape.model.event.source.FeedStatus;
import io.truetape.model.event.source.Gap;
import io.truetape.model.id.FeedId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Keeps one vendor connected and says what was missed.
///
/// ```
/// CONNECTING -> LIVE -> (line broke) DOWN -> wait -> CONNECTING -> gap -> LIVE -> gap filled
///            -> DENIED, the end
/// ```
///
/// A gap runs from the last market time heard (from the first connection, when nothing was heard) to
/// the time of the new connection. It is said when the
/// new connection stands and, where the vendor replays, said again as filled when the replay has
/// reached the present; a replay that breaks off leaves its gap to the next. A denial ends the feed: it is never tried again by itself.
public final class LiveFeed implements Feed {
  private static final long NAP_NANOS = 50_000_000L;
  private static final int MOST_GAPS = 1_000;
  private static final long HELD_NANOS = 10_000_000_000L;

  private final Vendor vendor;
  private final Backoff backoff;
  private final List<Gap> gaps = new ArrayList<>();
  private long reachedTsNanos;

  /// `fromTsNanos` is the last market time the log already holds of this vendor; 0 when none.
  public LiveFeed(Vendor vendor, Backoff backoff, long fromTsNanos) {
    this.vendor = vendor;
    this.backoff = backoff;
    this.reachedTsNanos = fromTsNanos;
  }

  @Override
  public FeedId id() {
    return vendor.id();
  }

  @Override
  public int capabilities() {
    return vendor.capabilities();
  }

  @Override
  public long heartbeatNanos() {
    return vendor.heartbeatNanos();
  }

  @Override
  public void run(Intake intake) {
    String why = "the program was not running";
    while (!intake.isStopping()) {
      Talk talk = new Talk(intake);
      long from = reachedTsNanos;
      talk.state(FeedState.CONNECTING, from == 0 ? "first connection" : "again after: " + why);
      long began = System.nanoTime();
      try (Connection connection = vendor.connect(intake.listings(), from)) {
        String session = connection.open();
        if (from > 0) {
          talk.missed(from, why);
        }
        reachedTsNanos = Math.max(reachedTsNanos, from == 0 ? intake.receivedTsNanos(0) : from);
        talk.state(FeedState.LIVE, session);
        why = "the vendor ended the connection";
        while (!intake.isStopping() && connection.read(talk)) {
          if (System.nanoTime() - began > HELD_NANOS) {
            backoff.reset();
          }
        }
      } catch (Denied e) {
        talk.state(FeedState.DENIED, String.valueOf(e.getMessage()));
        return;
      } catch (FeedFault e) {
        why = String.valueOf(e.getMessage());
      }
      if (!intake.isStopping()) {
        talk.state(FeedState.DOWN, why);
        nap(backoff.next(), intake);
      }
    }
  }

  private static void nap(long nanos, Intake intake) {
    long until = System.nanoTime() + nanos;
    while (!intake.isStopping() && System.nanoTime() < until) {
      LockSupport.parkNanos(Math.min(NAP_NANOS, until - System.nanoTime()));
    }
  }

  /// One connection's words, put into the log.
  private final class Talk implements Heard {
    private final Intake intake;

    Talk(Intake intake) {
      this.intake = intake;
    }

    @Override
    public void event(SourceEvent event) {
      reachedTsNanos = Math.max(reachedTsNanos, event.sourceTsNanos());
      intake.offer(event);
    }

    @Override
    public void alive() {
      intake.alive();
    }

    @Override
    public void state(FeedState state, String detail) {
      long ts = reachedTsNanos;
      long now = intake.receivedTsNanos(ts);
      intake.put(new FeedStatus(ts, now, vendor.id(), state, detail, vendor.capabilities()));
    }

    void missed(long from, String why) {
      long now = Math.max(from + 1, intake.receivedTsNanos(from));
      Gap gap = new Gap(from, now, vendor.id(), from, now, -1, why, false);
      intake.put(gap);
      if (gaps.size() == MOST_GAPS) {
        gaps.removeFirst();
      }
      gaps.add(gap);
    }

    @Override
    public void caughtUp() {
      for (Gap gap : gaps) {
        intake.put(
            new Gap(
                gap.sourceTsNanos(),
                intake.receivedTsNanos(gap.sourceTsNanos()),
                gap.feed(),
                gap.fromTsNanos(),
                gap.toTsNanos(),
                gap.count(),
                gap.reason(),
                true));
      }
      gaps.clear();
    }
  }
}
