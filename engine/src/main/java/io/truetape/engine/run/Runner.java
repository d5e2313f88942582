package io.truetape.engine.run;

import io.truetape.engine.wire.WireReader;
import io.truetape.engine.wire.WireWriter;
import io.truetape.model.event.Entry;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.EventSink;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.time.SessionClock;
import io.truetape.pipeline.StandardPipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Log entries through the pipeline, on one thread or several, with the same answer.
///
/// [#run] takes batches in log order from one thread. With more than one shard, each thinks about
/// the whole batch on its own thread and the conclusions are merged by seq, then symbol.
public final class Runner implements AutoCloseable {
  private final List<Shard> shards = new ArrayList<>();
  private final Bookmarks bookmarks = new Bookmarks();
  private final ExecutorService threads;
  private long seq;

  public Runner(SessionClock clock, int shardCount) {
    if (shardCount < 1 || shardCount > 64) {
      throw new IllegalArgumentException("shards " + shardCount + ": expected 1 to 64");
    }
    StandardPipeline pipeline = new StandardPipeline(clock);
    for (int i = 0; i < shardCount; i++) {
      shards.add(new Shard(pipeline, i, shardCount));
    }
    threads =
        Executors.newFixedThreadPool(
            Math.max(1, shardCount - 1), Thread.ofPlatform().daemon().name("shard-", 1).factory());
  }

  /// The last entry thought about.
  public long seq() {
    return seq;
  }

  /// What whoever continues this log must know.
  public Bookmarks bookmarks() {
    return bookmarks;
  }

  /// Symbols and contracts listed so far, in order.
  public List<SourceEvent> listings() {
    List<SourceEvent> listings = new ArrayList<>();
    for (Event event : shards.getFirst().listings()) {
      if (event instanceof SourceEvent listing) {
        listings.add(listing);
      }
    }
    return listings;
  }

  /// What stands until something else replaces it: rules, users' rules, feed states, gaps.
  public List<Event> standing() {
    return List.copyOf(shards.getFirst().standing());
  }

  /// Thinks about a batch and hands what the world may know to `out`: rare source and control
  /// events as they are, and the published conclusions, in order of seq.
  public void run(List<Entry> batch, EventSink out) {
    if (batch.isEmpty()) {
      return;
    }
    if (batch.getFirst().seq() <= seq) {
      throw new IllegalStateException(
          "batch starts at seq " + batch.getFirst().seq() + " after " + seq);
    }
    List<List<Conclusion>> answers = think(batch);
    int[] at = new int[answers.size()];
    for (int i = 0; i < batch.size(); i++) {
      Entry entry = batch.get(i);
      bookmarks.see(entry.event());
      if (isPassedOn(entry.event().kind())) {
        out.accept(entry.seq(), entry.event());
      }
      merge(answers, at, entry.seq(), out);
    }
    seq = batch.getLast().seq();
    out.handedOver(seq);
  }

  /// What was concluded so far.
  public Digest digest() {
    List<ShardLane> lanes = new ArrayList<>();
    shards.forEach(s -> lanes.addAll(s.lanes()));
    return Digest.of(lanes);
  }

  /// Writes the whole state: listings, rules, every lane and its digest.
  public void save(WireWriter out) {
    bookmarks.save(out);
    new RunState(shards).save(out, seq);
  }

  /// Takes over a state written by [#save], possibly with another number of shards. Only for a
  /// runner that has not run yet.
  public void load(WireReader in) {
    bookmarks.load(in);
    seq = new RunState(shards).load(in);
  }

  private List<List<Conclusion>> think(List<Entry> batch) {
    if (shards.size() == 1) {
      return List.of(shards.getFirst().think(batch));
    }
    List<Future<List<Conclusion>>> futures = new ArrayList<>();
    for (int i = 1; i < shards.size(); i++) {
      Shard shard = shards.get(i);
      futures.add(threads.submit(() -> shard.think(batch)));
    }
    List<List<Conclusion>> answers = new ArrayList<>();
    answers.add(shards.getFirst().think(batch));
    try {
      for (Future<List<Conclusion>> future : futures) {
        answers.add(future.get());
      }
      return answers;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a shard failed after seq " + seq, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted after seq " + seq, e);
    }
  }

  private static void merge(List<List<Conclusion>> answers, int[] at, long seq, EventSink out) {
    while (true) {
      int best = -1;
      for (int s = 0; s < at.length; s++) {
        List<Conclusion> answer = answers.get(s);
        if (at[s] < answer.size()
            && answer.get(at[s]).seq() == seq
            && (best < 0
                || answer.get(at[s]).lane().compareTo(answers.get(best).get(at[best]).lane())
                    < 0)) {
          best = s;
        }
      }
      if (best < 0) {
        return;
      }
      Event event = answers.get(best).get(at[best]).event();
      at[best]++;
      out.accept(seq, event);
    }
  }

  /// Prints and quotes go into the pipeline and come out finished; the rest the world sees as is.
  private static boolean isPassedOn(EventKind kind) {
    return switch (kind) {
      case OPTION_PRINT, OPTION_QUOTE, EQUITY_QUOTE, EQUITY_PRINT, INDEX_VALUE, TICK -> false;
      case OPEN_INTEREST, CHAIN_ROW, SYMBOL_LISTED, CONTRACT_LISTED -> false;
      default -> true;
    };
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
