package io.truetape.feed.file;

import io.truetape.model.event.SourceEvent;
import io.truetape.model.text.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/// Reads a text file through, sorts its rows by time and maps them one by one.
///
/// A row without a usable time keeps its place: it is rejected beside the row before it.
final class RowsSource implements EventSource {
  private final RowsFile file;
  private final RowFormat format;
  private final Row row;
  private final LineSorter sorter;
  private final Outbox out = new Outbox();
  private long orderNanos;

  RowsSource(RowsFile file, RowFormat format, AtomicLong readBytes, int inMemory) {
    this.file = file;
    this.format = format;
    this.row = new Row(file.columns());
    this.sorter = new LineSorter(inMemory);
    read(readBytes);
    sorter.sort();
  }

  @Override
  public boolean next() {
    while (!out.advance()) {
      if (!sorter.hasNext()) {
        return false;
      }
      map(sorter.next());
    }
    return true;
  }

  @Override
  public SourceEvent event() {
    return out.event();
  }

  @Override
  public long orderNanos() {
    return orderNanos;
  }

  @Override
  public void close() {
    sorter.close();
  }

  private void map(LineSorter.Line line) {
    orderNanos = line.key();
    try {
      row.set(format.toFields(line.text()), line.number());
      format.map(row, out);
    } catch (BadInput e) {
      String reason = "line " + line.number() + ": " + e.getMessage();
      out.reject(line.key(), file.feed(), reason, line.text());
    }
  }

  private void read(AtomicLong readBytes) {
    try (InputStream in = file.file().open(readBytes)) {
      Lines lines = new Lines(in);
      if (file.hasHeader()) {
        lines.next();
      }
      long last = 0;
      while (lines.next()) {
        String text = lines.text();
        if (!text.isBlank()) {
          last = time(text, lines.number(), last);
          sorter.add(new LineSorter.Line(last, lines.number(), text));
        }
      }
    } catch (IOException e) {
      throw file.file().fault(e);
    }
  }

  private long time(String text, long number, long last) {
    try {
      row.set(format.toFields(text), number);
      return format.timeNanos(row);
    } catch (BadInput e) {
      return last;
    }
  }
}
