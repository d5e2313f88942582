package io.truetape.feed.lean;

import io.truetape.feed.FeedFault;
import io.truetape.feed.file.Columns;
import io.truetape.feed.file.EventFile;
import io.truetape.feed.file.InputFile;
import io.truetape.feed.file.Rank;
import io.truetape.feed.file.RowsFile;
import io.truetape.model.event.source.Capability;
import io.truetape.model.id.FeedId;
import io.truetape.model.text.BadInput;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A daily chain, `.../universes/<root>/<yyyymmdd>.csv`: the root and day are in the path only.
public final class UniverseFile {
  private UniverseFile() {}

  public static boolean isHeader(String line) {
    return line.startsWith("#expiry,strike,right,");
  }

  /// Checks header and path.
  public static EventFile of(InputFile file, String header) {
    Columns columns = Columns.of(header.substring(1));
    try {
      UniverseColumns places = UniverseColumns.of(columns);
      Path folder = file.path().toAbsolutePath().getParent();
      Path last = folder == null ? null : folder.getFileName();
      String root = last == null ? "" : last.toString().toUpperCase(Locale.ROOT).replace(".", "");
      if (root.isEmpty() || root.length() > 6) {
        throw new BadInput(
            "folder \"" + root + "\" is no root; expected universes/<root>/<day>.csv");
      }
      LocalDate day = day(file.name());
      return new RowsFile(
          file,
          FeedId.LEAN,
          Capability.OPEN_INTEREST.bit() | Capability.GREEKS.bit(),
          Rank.REFERENCE,
          columns,
          true,
          listings -> new UniverseRows(places, root, day, listings));
    } catch (BadInput e) {
      throw new FeedFault(file.path() + ": " + e.getMessage(), e);
    }
  }

  private static LocalDate day(String name) {
    String digits = name.length() < 8 ? name : name.substring(0, 8);
    try {
      return LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeException e) {
      throw new BadInput("name \"" + name + "\" does not start with a yyyymmdd date");
    }
  }
}
