package io.truetape.app.cli;

import io.truetape.app.ops.Tally;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/// What commands print: results on standard output, progress on standard error.
final class Console {
  private static final long EVERY_NANOS = 250_000_000L;

  private final boolean json;
  private final long totalBytes;
  private final long startedNanos = System.nanoTime();
  private final boolean terminal = System.getenv("TERM") != null && System.getenv("CI") == null;
  private long shownNanos;

  /// `totalBytes` of input, 0 when unknown.
  Console(boolean json, long totalBytes) {
    this.json = json;
    this.totalBytes = totalBytes;
  }

  /// Shows rows, rate and time left, at most four times a second on a terminal and every five
  /// seconds elsewhere.
  void progress(long rows, long readBytes) {
    long now = System.nanoTime();
    if (now - shownNanos < (terminal ? EVERY_NANOS : 20 * EVERY_NANOS)) {
      return;
    }
    shownNanos = now;
    double seconds = (now - startedNanos) / 1e9;
    String share =
        totalBytes == 0
            ? ""
            : String.format(
                Locale.ROOT,
                " %3d %%, %s left",
                Math.min(100, readBytes * 100 / totalBytes),
                readBytes == 0
                    ? "?"
                    : Math.round(seconds * (totalBytes - readBytes) / readBytes) + " s");
    System.err.print(
        (terminal ? "\r" : "")
            + String.format(Locale.ROOT, "%,d rows, %,.0f/s%s   ", rows, rows / seconds, share)
            + (terminal ? "" : "\n"));
  }

  void endProgress() {
    if (terminal) {
      System.err.println();
    }
  }

  /// Prints a result: one JSON object, or a line per field.
  void result(Map<String, Object> fields) {
    if (json) {
      System.out.println(new ObjectMapper().writeValueAsString(fields));
      return;
    }
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      System.out.printf(Locale.ROOT, "%-16s %s%n", field.getKey(), shown(field.getValue()));
    }
  }

  void line(String text) {
    System.out.println(text);
  }

  /// Text that already ends its lines.
  void text(String text) {
    System.out.print(text);
  }

  void note(String text) {
    System.err.println(text);
  }

  private static String shown(Object value) {
    return switch (value) {
      case Long n -> String.format(Locale.ROOT, "%,d", n);
      case Map<?, ?> map -> map.isEmpty() ? "-" : map.toString();
      default -> value.toString().isEmpty() ? "-" : value.toString();
    };
  }

  /// Adds what a tally counted to `fields`.
  static void add(Map<String, Object> fields, Tally tally) {
    io.truetape.model.time.SessionClock clock = io.truetape.model.time.SessionClock.standard();
    fields.putAll(tally.fields(clock::format));
  }
}
