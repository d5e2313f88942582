package io.truetape.feed.lean;

import io.truetape.feed.file.Outbox;
import io.truetape.model.id.FeedId;
import io.truetape.model.text.BadInput;
import java.nio.charset.StandardCharsets;

/// Goes through the lines of one zip entry. Pure: the text is all there.
///
/// A line that says nothing valid is rejected beside the line before it.
final class EntryCursor {
  private final String entry;
  private final byte[] text;
  private final BarRows rows;
  private final int place;
  private int at;
  private long number;
  private long timeNanos;
  private String line = "";
  private String fault = "";

  EntryCursor(String entry, byte[] text, BarRows rows, int place, long startNanos) {
    this.entry = entry;
    this.text = text;
    this.rows = rows;
    this.place = place;
    this.timeNanos = startNanos;
  }

  /// Moves to the next line with something in it; false at the end.
  boolean next() {
    while (at < text.length) {
      int end = at;
      while (end < text.length && text[end] != '\n') {
        end++;
      }
      line = new String(text, at, end - at, StandardCharsets.ISO_8859_1).strip();
      at = end + 1;
      number++;
      if (!line.isEmpty()) {
        set();
        return true;
      }
    }
    return false;
  }

  void map(Outbox out) {
    if (fault.isEmpty()) {
      try {
        rows.map(out);
        return;
      } catch (BadInput e) {
        fault = String.valueOf(e.getMessage());
      }
    }
    String reason = entry + " line " + number + ": " + fault;
    out.reject(timeNanos, FeedId.LEAN, reason, line);
  }

  /// Earlier first; at the same time in the order of the entries.
  static int compare(EntryCursor a, EntryCursor b) {
    return a.timeNanos != b.timeNanos
        ? Long.compare(a.timeNanos, b.timeNanos)
        : Integer.compare(a.place, b.place);
  }

  long timeNanos() {
    return timeNanos;
  }

  private void set() {
    fault = "";
    rows.set(line, number);
    try {
      timeNanos = rows.timeNanos();
    } catch (BadInput e) {
      fault = String.valueOf(e.getMessage());
    }
  }
}
