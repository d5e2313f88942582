package io.truetape.engine.log;

import io.truetape.engine.wire.Codec;
import io.truetape.engine.wire.WireReader;
import io.truetape.model.event.Entry;
import io.truetape.model.event.Event;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one session's log from a seq or a time on, to its end, checking every frame.
///
/// Entries of a newer build are skipped and counted ([#skipped]), loudly reported by the caller. A
/// frame that does not hold, with sound frames after it, is a [LogFault] naming file and byte; at
/// the very end of the last segment it is the torn tail of a crash and simply ends the reading.
/// A reader may follow a log that is being written: [#next] then answers again after false.
public final class LogReader implements AutoCloseable {
  private final Path session;
  private final Codec codec = new Codec();
  private final WireReader payload = new WireReader(new byte[0], 0, 0);
  private List<Path> segments;
  private int segment = -1;
  private @Nullable SegmentScan scan;
  private @Nullable Event event;
  private long seq;
  private long expectedSeq;
  private long skipped;
  private long bytesBefore;
  private boolean passed = true;
  private boolean chained;

  private LogReader(Path session, long fromSeq) {
    this.session = session;
    this.segments = Segments.of(session);
    this.expectedSeq = fromSeq;
  }

  /// Reads from the first entry.
  public static LogReader open(Path session) {
    return from(session, 1);
  }

  /// Reads from `seq` on.
  public static LogReader from(Path session, long seq) {
    LogReader reader = new LogReader(session, seq);
    reader.start(seq);
    return reader;
  }

  /// Moves to the next entry; false at the end of what is there now.
  public boolean next() {
    while (true) {
      SegmentScan s = scan;
      if (s == null && !openNext()) {
        return false;
      }
      s = scan;
      if (s == null) {
        return false;
      }
      if (!passed) {
        s.pass();
        passed = true;
      }
      if (s.next()) {
        passed = false;
        if (take(s)) {
          return true;
        }
      } else if (!endOfSegment(s)) {
        return false;
      }
    }
  }

  public long seq() {
    return seq;
  }

  /// The seq that [#next] would find.
  public long expectedSeq() {
    return expectedSeq;
  }

  public Event event() {
    Event e = event;
    if (e == null) {
      throw new IllegalStateException("no entry yet");
    }
    return e;
  }

  public Entry entry() {
    return new Entry(seq, event());
  }

  /// Entries that this build could not read because a newer one wrote them.
  public long skipped() {
    return skipped;
  }

  /// Bytes read so far, over all segments.
  public long position() {
    SegmentScan s = scan;
    return bytesBefore + (s == null ? 0 : s.offset());
  }

  private boolean take(SegmentScan s) {
    long found = s.seq();
    if (found < expectedSeq) {
      return false;
    }
    if (found != expectedSeq) {
      throw new LogFault(
          segments.get(segment)
              + " at byte "
              + s.offset()
              + ": seq "
              + found
              + ", expected "
              + expectedSeq);
    }
    expectedSeq++;
    int at = s.at();
    payload.over(s.bytes(), at + Frame.HEADER, at + Frame.size(s.bytes(), at));
    Event decoded = codec.decode(payload);
    if (decoded == null) {
      skipped++;
      return false;
    }
    event = decoded;
    seq = found;
    return true;
  }

  /// True when reading goes on in the next segment.
  private boolean endOfSegment(SegmentScan s) {
    boolean last = segment == segments.size() - 1;
    long offset = s.offset();
    if (last) {
      segments = Segments.of(session);
      last = segment == segments.size() - 1;
    }
    if (offset < s.length()) {
      long sound = s.nextSoundFrame(offset, expectedSeq - 1);
      s.jump(offset);
      if (sound >= 0 || !last) {
        if (s.next()) {
          return true; // it was being written while we looked
        }
        throw new LogFault(
            segments.get(segment)
                + " at byte "
                + offset
                + ": the frame after seq "
                + (expectedSeq - 1)
                + " is corrupt");
      }
      return false;
    }
    if (last) {
      return false;
    }
    int chain = s.chain();
    boolean wasChained = chained;
    bytesBefore += offset;
    s.close();
    scan = null;
    openNext();
    SegmentScan n = scan;
    if (n != null && wasChained && n.header().chain() != chain) {
      throw new LogFault(
          segments.get(segment) + " at byte 8: does not continue the segment before it");
    }
    return true;
  }

  private boolean openNext() {
    if (segment + 1 >= segments.size()) {
      segments = Segments.of(session);
    }
    if (segment + 1 >= segments.size()) {
      return false;
    }
    segment++;
    scan = new SegmentScan(segments.get(segment));
    chained = true;
    return true;
  }

  private void start(long fromSeq) {
    for (int i = segments.size() - 1; i >= 0; i--) {
      Path file = segments.get(i);
      if (Segments.firstSeq(file) <= fromSeq || i == 0) {
        segment = i;
        SegmentScan s = new SegmentScan(file);
        scan = s;
        expectedSeq = Math.max(fromSeq, s.header().firstSeq());
        long offset =
            SparseIndex.read(Segments.index(file), s.length())
                .offsetOfSeq(expectedSeq, SegmentHeader.SIZE);
        s.jump(offset);
        chained = offset == SegmentHeader.SIZE;
        return;
      }
    }
  }

  @Override
  public void close() {
    SegmentScan s = scan;
    if (s != null) {
      s.close();
    }
  }
}
