package io.truetape.feed.file;

import com.github.luben.zstd.ZstdInputStream;
import io.truetape.feed.FeedFault;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// One readable file on disk: its size, its first bytes, its decompressed content.
///
/// Compression is known by content, not by name: zstd (also several frames, also skippable ones),
/// gzip, zip (its first file), or none. Read errors become [FeedFault] with the file's name.
public final class InputFile {
  private static final int LOOK = 65_536;

  private final Path path;
  private final long size;
  private final Packing packing;

  private InputFile(Path path, long size, Packing packing) {
    this.path = path;
    this.size = size;
    this.packing = packing;
  }

  /// How the bytes are packed.
  public enum Packing {
    PLAIN,
    ZSTD,
    GZIP,
    ZIP
  }

  /// Checks that `path` names a file with something in it.
  public static InputFile of(Path path) {
    if (Files.isDirectory(path)) {
      throw new FeedFault(path + " is a directory; expected a file");
    }
    if (!Files.exists(path)) {
      throw new FeedFault(path + " does not exist");
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] start = in.readNBytes(4);
      if (start.length == 0) {
        throw new FeedFault(path + " is empty; expected recorded market data");
      }
      return new InputFile(path, Files.size(path), packingOf(start));
    } catch (IOException e) {
      throw new FeedFault(path + " cannot be read: " + e, e);
    }
  }

  public Path path() {
    return path;
  }

  /// The last part of the path.
  public String name() {
    Path last = path.getFileName();
    return last == null ? path.toString() : last.toString();
  }

  public long size() {
    return size;
  }

  public Packing packing() {
    return packing;
  }

  /// Opens the decompressed content, adding the compressed bytes consumed to `readBytes`.
  public InputStream open(AtomicLong readBytes) throws IOException {
    InputStream raw = openPacked(readBytes);
    return switch (packing) {
      case PLAIN -> raw;
      case ZIP -> firstEntry(raw);
      case ZSTD -> new ZstdInputStream(new BufferedInputStream(raw, LOOK)).setLongMax(31);
      case GZIP -> new GZIPInputStream(raw, LOOK);
    };
  }

  /// Opens the bytes as they are on disk, adding those consumed to `readBytes`.
  public InputStream openPacked(AtomicLong readBytes) throws IOException {
    return new Counting(Files.newInputStream(path), readBytes);
  }

  /// Up to 64 KiB of the decompressed start.
  public byte[] start() {
    try (InputStream in = open(new AtomicLong())) {
      return in.readNBytes(LOOK);
    } catch (IOException e) {
      throw fault(e);
    }
  }

  /// What an `IOException` while reading this file means.
  public FeedFault fault(IOException e) {
    String text = String.valueOf(e.getMessage());
    if (text.toLowerCase(java.util.Locale.ROOT).contains("truncated")
        || e instanceof java.io.EOFException) {
      return new FeedFault(path + " is truncated: its " + packing + " data ends too early", e);
    }
    return new FeedFault(path + " cannot be read: " + text, e);
  }

  private InputStream firstEntry(InputStream raw) throws IOException {
    ZipInputStream zip = new ZipInputStream(raw);
    ZipEntry entry = zip.getNextEntry();
    while (entry != null && entry.isDirectory()) {
      entry = zip.getNextEntry();
    }
    if (entry == null) {
      zip.close();
      throw new FeedFault(path + " is a zip without files in it");
    }
    return zip;
  }

  private static Packing packingOf(byte[] b) {
    if (b.length < 4) {
      return Packing.PLAIN;
    }
    int magic = (b[0] & 255) | (b[1] & 255) << 8 | (b[2] & 255) << 16 | (b[3] & 255) << 24;
    if (magic == 0xFD2FB528 || (magic & 0xFFFFFFF0) == 0x184D2A50) {
      return Packing.ZSTD;
    }
    if ((magic & 0xFFFF) == 0x8B1F) {
      return Packing.GZIP;
    }
    return magic == 0x04034B50 ? Packing.ZIP : Packing.PLAIN;
  }

  private static final class Counting extends FilterInputStream {
    private final AtomicLong count;

    Counting(InputStream in, AtomicLong count) {
      super(in);
      this.count = count;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      if (b >= 0) {
        count.incrementAndGet();
      }
      return b;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      int n = super.read(b, off, len);
      if (n > 0) {
        count.addAndGet(n);
      }
      return n;
    }
  }
}
