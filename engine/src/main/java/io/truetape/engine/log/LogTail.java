package io.truetape.engine.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// Where a session's log ends: last segment, last sound entry, chain value.
///
/// `truncatedBytes` says how much of a torn tail was cut off; tell the operator when it is not 0.
public record LogTail(Path segment, long length, long lastSeq, int chain, long truncatedBytes) {

  /// Finds the end of a session, creating its first segment when there is none, and cuts off a
  /// torn tail. A corrupt middle is a [LogFault] naming file and byte: nothing is cut then.
  /// Cost: reads the last segment once.
  public static LogTail recover(Path session) {
    List<Path> segments = Segments.of(session);
    if (segments.isEmpty()) {
      Path first = Segments.segment(session, 1);
      LogWriter.createSegment(first, new SegmentHeader(1, 0));
      return new LogTail(first, SegmentHeader.SIZE, 0, 0, 0);
    }
    Path last = segments.getLast();
    try (SegmentScan scan = new SegmentScan(last)) {
      long seq = scan.header().firstSeq() - 1;
      while (scan.next()) {
        if (scan.seq() != seq + 1) {
          throw new LogFault(
              last
                  + " at byte "
                  + scan.offset()
                  + ": seq "
                  + scan.seq()
                  + ", expected "
                  + (seq + 1));
        }
        seq = scan.seq();
        scan.pass();
      }
      long end = scan.offset();
      long torn = scan.length() - end;
      int chain = scan.chain();
      if (torn > 0) {
        if (scan.nextSoundFrame(end, seq) >= 0) {
          throw new LogFault(
              last
                  + " at byte "
                  + end
                  + ": the frame after seq "
                  + seq
                  + " is corrupt and sound frames follow it; `truetape log repair` can copy them");
        }
        truncate(last, end);
      }
      return new LogTail(last, end, seq, chain, torn);
    }
  }

  private static void truncate(Path file, long length) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(length);
      channel.force(true);
    } catch (IOException e) {
      throw new LogFault("cannot cut the torn tail of " + file + ": " + e.getMessage(), e);
    }
  }
}
