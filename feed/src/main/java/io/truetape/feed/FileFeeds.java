package io.truetape.feed;

import io.truetape.feed.cboe.CboeFile;
import io.truetape.feed.databento.DatabentoFiles;
import io.truetape.feed.file.EventFile;
import io.truetape.feed.file.InputFile;
import io.truetape.feed.file.MergedFeed;
import io.truetape.feed.file.TapeFile;
import io.truetape.feed.lean.LeanZip;
import io.truetape.feed.lean.UniverseFile;
import io.truetape.feed.tape.TapeFeed;
import io.truetape.feed.thetadata.ThetaFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Recorded files of any supported vendor as one feed.
///
/// Each file's format is known by its content and name. All files are merged in time order; the
/// Databento files of one call also share what they know of instruments.
public final class FileFeeds {
  private static final String SUPPORTED =
      "Databento DBN (.dbn, .dbn.zst, .frag), Cboe DataShop CSV, LEAN zips and universes,"
          + " ThetaData CSV or NDJSON, tapes (.tape)";

  private FileFeeds() {}

  /// Looks at every file and checks what can be checked without reading it through.
  ///
  /// Throws [FeedFault] for a path that cannot be read, an empty file, or an unknown format.
  public static FileFeed open(List<Path> paths) {
    if (paths.isEmpty()) {
      throw new FeedFault("no files given; expected at least one of " + SUPPORTED);
    }
    List<InputFile> inputs = paths.stream().map(InputFile::of).toList();
    if (inputs.size() == 1 && isTape(inputs.getFirst())) {
      return new TapeFeed(inputs.getFirst().path());
    }
    List<EventFile> files = new ArrayList<>();
    List<InputFile> dbn = new ArrayList<>();
    int dbnPlace = 0;
    for (InputFile input : inputs) {
      byte[] start = input.start();
      if (isTape(input)) {
        files.add(new TapeFile(input));
      } else if (DatabentoFiles.isDbn(input.name(), start)) {
        dbnPlace = dbn.isEmpty() ? files.size() : dbnPlace;
        dbn.add(input);
      } else {
        files.add(other(input, start));
      }
    }
    if (!dbn.isEmpty()) {
      files.add(dbnPlace, DatabentoFiles.of(dbn));
    }
    return new MergedFeed(files);
  }

  private static EventFile other(InputFile input, byte[] start) {
    if (input.packing() == InputFile.Packing.ZIP) {
      Optional<EventFile> lean = LeanZip.of(input);
      if (lean.isPresent()) {
        return lean.get();
      }
    }
    String line = firstLine(start);
    if (CboeFile.isHeader(line)) {
      return CboeFile.of(input, line);
    }
    if (ThetaFile.isFirstLine(line)) {
      return ThetaFile.of(input, line);
    }
    if (UniverseFile.isHeader(line)) {
      return UniverseFile.of(input, line);
    }
    throw unknown(input, start);
  }

  private static FeedFault unknown(InputFile input, byte[] start) {
    int shown = Math.min(80, start.length);
    String text = new String(start, 0, shown, StandardCharsets.ISO_8859_1);
    return new FeedFault(
        "%s is of no known format (starts with \"%s\"); expected %s"
            .formatted(input.path(), text.replaceAll("[^\\x20-\\x7E]+", "."), SUPPORTED));
  }

  /// The first line without a byte order mark.
  private static String firstLine(byte[] start) {
    String text = new String(start, StandardCharsets.UTF_8);
    int from = text.startsWith("\uFEFF") ? 1 : 0;
    int end = text.indexOf('\n');
    return text.substring(from, end < 0 ? text.length() : end).strip();
  }

  private static boolean isTape(InputFile input) {
    return input.name().endsWith(".tape");
  }
}
