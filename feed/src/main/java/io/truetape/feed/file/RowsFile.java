package io.truetape.feed.file;

import io.truetape.model.event.Listings;
import io.truetape.model.id.FeedId;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/// A text file of rows, sorted by time when opened.
///
/// | component | meaning |
/// |---|---|
/// | `columns` | the header, checked already |
/// | `hasHeader` | the first line is the header and no row |
/// | `format` | makes the mapper of one reading |
public record RowsFile(
    InputFile file,
    FeedId feed,
    int capabilities,
    int rank,
    Columns columns,
    boolean hasHeader,
    Function<Listings, RowFormat> format)
    implements EventFile {
  /// Not known without reading it.
  @Override
  public long floorNanos() {
    return 0;
  }

  @Override
  public long size() {
    return file.size();
  }

  @Override
  public EventSource open(Listings listings, AtomicLong readBytes) {
    return new RowsSource(this, format.apply(listings), readBytes, LineSorter.IN_MEMORY);
  }
}
