package io.truetape.server.stream;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// What waits for one client: at most 64 frames of rows and 1 MB.
///
/// At the limit the oldest rows go and are counted; the next thing the client hears is a gap
/// message that says which. Control messages stay, up to 256. Safe from any thread.
final class Outbox {
  private static final int MAX_FRAMES = 64;
  private static final int MAX_BYTES = 1_048_576;
  private static final int MAX_CONTROL = 256;
  private final ArrayDeque<Frame> frames = new ArrayDeque<>();
  private final Wording wording;
  private int rowFrames;
  private int controlFrames;
  private long rowBytes;
  private long gapFrom;
  private long gapTo;
  private long gapRows;
  private long dropped;

  /// How this client's transport words things.
  interface Wording {
    Frame gap(long fromSeq, long toSeq, long rows);
  }

  Outbox(Wording wording) {
    this.wording = wording;
  }

  synchronized void put(Frame frame) {
    if (frame.rows() == 0) {
      if (controlFrames < MAX_CONTROL) {
        controlFrames++;
        frames.add(frame);
      }
      return;
    }
    frames.add(frame);
    rowFrames++;
    rowBytes += frame.bytes().length;
    while (rowFrames > 1 && (rowFrames > MAX_FRAMES || rowBytes > MAX_BYTES)) {
      dropOldestRows();
    }
  }

  /// The next frame to send; a gap message first when rows were dropped before it.
  synchronized @Nullable Frame poll() {
    Frame next = frames.peek();
    if (gapRows > 0 && (next == null || next.rows() > 0)) {
      Frame gap = wording.gap(gapFrom, gapTo, gapRows);
      gapRows = 0;
      return gap;
    }
    if (next == null) {
      return null;
    }
    frames.remove();
    if (next.rows() == 0) {
      controlFrames--;
    } else {
      rowFrames--;
      rowBytes -= next.bytes().length;
    }
    return next;
  }

  /// Forgets all rows that wait: the client asked for something else.
  synchronized void clear() {
    frames.clear();
    rowFrames = 0;
    controlFrames = 0;
    rowBytes = 0;
    gapRows = 0;
  }

  synchronized boolean isEmpty() {
    return frames.isEmpty() && gapRows == 0;
  }

  synchronized long droppedRows() {
    return dropped;
  }

  private void dropOldestRows() {
    for (var all = frames.iterator(); all.hasNext(); ) {
      Frame oldest = all.next();
      if (oldest.rows() > 0) {
        all.remove();
        rowFrames--;
        rowBytes -= oldest.bytes().length;
        gapFrom = gapRows == 0 ? oldest.fromSeq() : Math.min(gapFrom, oldest.fromSeq());
        gapTo = gapRows == 0 ? oldest.toSeq() : Math.max(gapTo, oldest.toSeq());
        gapRows += oldest.rows();
        dropped += oldest.rows();
        return;
      }
    }
  }
}
