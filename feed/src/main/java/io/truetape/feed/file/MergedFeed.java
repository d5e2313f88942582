package io.truetape.feed.file;

import io.truetape.feed.FileFeed;
import io.truetape.model.event.Intake;
import io.truetape.model.id.FeedId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Files of one or several vendors as one feed, merged in time order.
///
/// Its id is that of the first file; every event carries its own. May be run more than once; each
/// run reads the files again.
public final class MergedFeed implements FileFeed {
  private final List<EventFile> files;
  private final AtomicLong readBytes = new AtomicLong();

  public MergedFeed(List<EventFile> files) {
    this.files = List.copyOf(files);
  }

  @Override
  public FeedId id() {
    return files.getFirst().feed();
  }

  @Override
  public int capabilities() {
    int mask = 0;
    for (EventFile file : files) {
      mask |= file.capabilities();
    }
    return mask;
  }

  @Override
  public long totalBytes() {
    long sum = 0;
    for (EventFile file : files) {
      sum += file.size();
    }
    return sum;
  }

  @Override
  public long readBytes() {
    return readBytes.get();
  }

  @Override
  public void run(Intake intake) {
    readBytes.set(0);
    try (Merge merge = new Merge(files, intake.listings(), readBytes)) {
      while (!intake.isStopping() && !Thread.currentThread().isInterrupted() && merge.next()) {
        intake.put(merge.event());
      }
    }
  }
}
