package io.truetape.feed.file;

import io.truetape.feed.FeedFault;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// One sorted stretch of the sorter's temporary file.
final class SortedRun {
  private static final LineSorter.Line NONE = new LineSorter.Line(0, 0, "");

  private final FileChannel channel;
  private final DataInputStream in;
  private long left;
  private LineSorter.Line head = NONE;

  SortedRun(Path file, long start, long end) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.READ);
    channel.position(start);
    in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), 1 << 15));
    left = end - start;
  }

  /// Reads the next line into [#head]; false at the end of the run.
  boolean advance() {
    if (left <= 0) {
      return false;
    }
    try {
      long key = in.readLong();
      long number = in.readLong();
      byte[] text = in.readNBytes(in.readInt());
      left -= 20 + text.length;
      head = new LineSorter.Line(key, number, new String(text, StandardCharsets.UTF_8));
      return true;
    } catch (IOException e) {
      throw new FeedFault("the temporary file of a sort cannot be read back: " + e, e);
    }
  }

  LineSorter.Line head() {
    return head;
  }

  void close() throws IOException {
    channel.close();
  }
}
