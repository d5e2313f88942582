package io.truetape.feed.file;

import io.truetape.feed.FeedFault;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Lines sorted by time, equal times in file order.
///
/// Up to 200,000 lines are sorted in memory. More are written in sorted runs to one temporary file
/// beside the system's others, at most 1,024 runs (about 200 million lines, then [FeedFault]), and
/// merged while read; the file is deleted on close.
final class LineSorter implements AutoCloseable {
  static final int IN_MEMORY = 200_000;
  private static final int MAX_RUNS = 1_024;
  private static final Comparator<Line> ORDER =
      Comparator.comparingLong(Line::key).thenComparingLong(Line::number);

  private final int limit;
  private final List<Line> memory = new ArrayList<>();
  private final List<SortedRun> runs = new ArrayList<>();
  private final List<Path> spilled = new ArrayList<>();
  private final PriorityQueue<SortedRun> heap =
      new PriorityQueue<>(Comparator.comparing(SortedRun::head, ORDER));
  private int given;
  private long end;

  /// A line, its time and its number in the file.
  record Line(long key, long number, String text) {}

  LineSorter(int limit) {
    this.limit = limit;
  }

  void add(Line line) {
    memory.add(line);
    if (memory.size() == limit) {
      spill();
    }
  }

  /// Ends the adding; from here on [#hasNext] and [#next].
  void sort() {
    if (runs.isEmpty()) {
      memory.sort(ORDER);
      return;
    }
    if (!memory.isEmpty()) {
      spill();
    }
    for (SortedRun run : runs) {
      if (run.advance()) {
        heap.add(run);
      }
    }
  }

  boolean hasNext() {
    return runs.isEmpty() ? given < memory.size() : !heap.isEmpty();
  }

  Line next() {
    if (runs.isEmpty()) {
      return memory.get(given++);
    }
    SortedRun run = heap.remove();
    Line line = run.head();
    if (run.advance()) {
      heap.add(run);
    }
    return line;
  }

  @Override
  public void close() {
    memory.clear();
    try {
      for (SortedRun run : runs) {
        run.close();
      }
      for (Path file : spilled) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void spill() {
    if (runs.size() == MAX_RUNS) {
      throw new FeedFault(
          "more than %d lines to sort by time; split the file".formatted((long) MAX_RUNS * limit));
    }
    memory.sort(ORDER);
    try {
      if (spilled.isEmpty()) {
        spilled.add(Files.createTempFile("truetape-sort", ".lines"));
      }
      Path file = spilled.getFirst();
      long start = end;
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.position(start);
        write(Channels.newOutputStream(channel));
        end = channel.position();
      }
      runs.add(new SortedRun(file, start, end));
      memory.clear();
    } catch (IOException e) {
      throw new FeedFault("no room to sort by time in the temporary folder: " + e, e);
    }
  }

  private void write(OutputStream to) throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to, 1 << 16));
    for (Line line : memory) {
      byte[] text = line.text().getBytes(StandardCharsets.UTF_8);
      out.writeLong(line.key());
      out.writeLong(line.number());
      out.writeInt(text.length);
      out.write(text);
    }
    out.flush();
  }
}
