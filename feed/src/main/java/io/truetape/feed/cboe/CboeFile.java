package io.truetape.feed.cboe;

import io.truetape.feed.FeedFault;
import io.truetape.feed.file.Columns;
import io.truetape.feed.file.EventFile;
import io.truetape.feed.file.InputFile;
import io.truetape.feed.file.Rank;
import io.truetape.feed.file.RowsFile;
import io.truetape.model.event.source.Capability;
import io.truetape.model.id.FeedId;
import io.truetape.model.text.BadInput;

/// Recognises and opens the two DataShop layouts by their header line.
public final class CboeFile {
  private static final int COMMON =
      Capability.NBBO_AT_PRINT.bit() | Capability.QUOTE_SIZES.bit() | Capability.UNDERLYING.bit();

  private CboeFile() {}

  /// True for the header of either layout.
  public static boolean isHeader(String line) {
    return line.startsWith("underlying_symbol,quote_datetime")
        || line.startsWith("\"underlying_symbol\"");
  }

  /// Checks the header; a missing column is a [FeedFault] that names it.
  public static EventFile of(InputFile file, String header) {
    Columns columns = Columns.of(header);
    try {
      return columns.has("trade_price") || columns.has("trade_size")
          ? trades(file, columns)
          : intervals(file, columns);
    } catch (BadInput e) {
      throw new FeedFault(file.path() + ": line 1: " + e.getMessage(), e);
    }
  }

  private static EventFile trades(InputFile file, Columns columns) {
    TradeColumns places = TradeColumns.of(columns);
    int mask = COMMON | Capability.SALE_CONDITIONS.bit() | Capability.VENUES.bit();
    return new RowsFile(
        file,
        FeedId.CBOE,
        mask,
        Rank.PRINTS,
        columns,
        true,
        listings -> new TradeRows(places, listings));
  }

  private static EventFile intervals(InputFile file, Columns columns) {
    IntervalColumns places = IntervalColumns.of(columns);
    int mask =
        Capability.QUOTE_STREAM.bit()
            | Capability.QUOTE_SIZES.bit()
            | Capability.UNDERLYING.bit()
            | Capability.FROM_BARS.bit();
    return new RowsFile(
        file,
        FeedId.CBOE,
        mask,
        Rank.QUOTES,
        columns,
        true,
        listings -> new IntervalRows(places, listings));
  }
}
