package io.truetape.feed.lean;

import io.truetape.model.text.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// The files in a zip, and in zips inside it, decompressed.
final class ZipText {
  static final long MAX_BYTES = 1L << 30;
  static final int MAX_ENTRIES = 100_000;

  private final List<Entry> entries = new ArrayList<>();
  private long bytes;

  private ZipText() {}

  /// A file's name and content. The array is not copied and must not be changed.
  @SuppressWarnings("ArrayRecordComponent") // a carrier from the zip to one cursor
  record Entry(String name, byte[] text) {}

  /// The name of the first file, looking into a zip inside.
  static Optional<String> firstName(InputStream in) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (isZip(entry)) {
        return firstName(zip);
      }
      if (!entry.isDirectory()) {
        return Optional.of(entry.getName());
      }
    }
    return Optional.empty();
  }

  /// Every file with its content; throws [BadInput] beyond the limits.
  static List<Entry> all(InputStream in) throws IOException {
    ZipText text = new ZipText();
    text.read(in);
    return text.entries;
  }

  private void read(InputStream in) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (isZip(entry)) {
        read(zip);
      } else if (!entry.isDirectory()) {
        add(entry.getName(), zip);
      }
    }
  }

  private void add(String name, ZipInputStream zip) throws IOException {
    byte[] text = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, MAX_BYTES - bytes + 1));
    bytes += text.length;
    if (bytes > MAX_BYTES || entries.size() == MAX_ENTRIES) {
      throw new BadInput(
          "more than %d bytes or %d files decompressed; split the zip"
              .formatted(MAX_BYTES, MAX_ENTRIES));
    }
    entries.add(new Entry(name, text));
  }

  private static boolean isZip(ZipEntry entry) {
    return entry.getName().toLowerCase(Locale.ROOT).endsWith(".zip");
  }
}
