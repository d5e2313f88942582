package io.truetape.feed.thetadata;

import io.truetape.feed.FeedFault;
import io.truetape.feed.file.Columns;
import io.truetape.feed.file.EventFile;
import io.truetape.feed.file.InputFile;
import io.truetape.feed.file.Rank;
import io.truetape.feed.file.RowsFile;
import io.truetape.model.event.source.Capability;
import io.truetape.model.id.FeedId;
import io.truetape.model.text.BadInput;

/// Recognises and opens trade-and-quote history by its first line.
public final class ThetaFile {
  private static final int CAPABILITIES =
      Capability.SALE_CONDITIONS.bit()
          | Capability.NBBO_AT_PRINT.bit()
          | Capability.QUOTE_SIZES.bit()
          | Capability.VENUES.bit();

  private ThetaFile() {}

  /// True for a v3 or v2 header, or for a JSON object with the v3 field names.
  public static boolean isFirstLine(String line) {
    boolean isRow = line.startsWith("{") && line.contains("\"trade_timestamp\"");
    String plain = line.replace("\"", "");
    boolean isNew = plain.startsWith("symbol,expiration,strike,right") && plain.contains("trade_");
    boolean isOld = plain.contains("ms_of_day") && plain.startsWith("root,");
    return isRow || isNew || isOld;
  }

  /// Checks the header; a missing column is a [FeedFault] that names it.
  public static EventFile of(InputFile file, String firstLine) {
    boolean isJson = firstLine.startsWith("{");
    Columns columns = Columns.of(isJson ? ThetaColumns.NAMES : firstLine);
    try {
      ThetaColumns places = ThetaColumns.of(columns);
      return new RowsFile(
          file,
          FeedId.THETADATA,
          CAPABILITIES,
          Rank.PRINTS,
          columns,
          !isJson,
          listings -> {
            ThetaRows rows = new ThetaRows(places, listings);
            return isJson ? new JsonRows(rows, columns) : rows;
          });
    } catch (BadInput e) {
      throw new FeedFault(file.path() + ": line 1: " + e.getMessage(), e);
    }
  }
}
