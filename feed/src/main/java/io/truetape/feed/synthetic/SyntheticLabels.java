package io.truetape.feed.synthetic;

import io.truetape.feed.FeedFault;
import io.truetape.feed.synthetic.scenario.Label;
import io.truetape.feed.synthetic.scenario.LabelSink;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Labels as one JSON object per line, `labels.ndjson`, written anew from the first run.
///
/// Each line is complete on disk when the call returns, as far as the operating system knows.
public final class SyntheticLabels implements LabelSink, AutoCloseable {
  private final Path file;
  private final BufferedWriter out;

  public SyntheticLabels(Path file) {
    this.file = file;
    try {
      this.out = Files.newBufferedWriter(file);
    } catch (IOException e) {
      throw fault(e);
    }
  }

  @Override
  public void accept(Label label) {
    try {
      out.write(line(label));
      out.write('\n');
      out.flush();
    } catch (IOException e) {
      throw fault(e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw fault(e);
    }
  }

  /// Every text in a label is letters, digits, dots and underscores, so nothing needs an escape.
  static String line(Label label) {
    StringBuilder b = new StringBuilder(256);
    b.append("{\"run\":").append(label.run());
    b.append(",\"scenario\":\"").append(label.scenario());
    b.append("\",\"family\":\"").append(label.family().text());
    b.append("\",\"underlying\":\"").append(label.underlying());
    b.append("\",\"direction\":").append(label.direction());
    b.append(",\"fromTsNanos\":").append(label.fromTsNanos());
    b.append(",\"toTsNanos\":").append(label.toTsNanos());
    b.append(",\"sequences\":[");
    for (int i = 0; i < label.sequences().size(); i++) {
      b.append(i == 0 ? "" : ",").append(label.sequences().get(i));
    }
    return b.append("]}").toString();
  }

  private FeedFault fault(IOException e) {
    return new FeedFault("label file " + file + " cannot be written: " + e.getMessage(), e);
  }
}
