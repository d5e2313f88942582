package io.truetape.feed.databento;

import io.truetape.feed.FeedFault;
import io.truetape.feed.file.EventSource;
import io.truetape.feed.file.InputFile;
import io.truetape.feed.file.Rank;
import io.truetape.model.event.Listings;
import io.truetape.model.event.source.Capability;
import io.truetape.model.text.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicLong;

/// One DBN file: its metadata, read and checked at once, and its records, read when asked for.
final class DbnFile {
  private static final int MBO = 0;
  private static final int MAX_SCHEMA = 19;

  private final InputFile file;
  private final DbnMetadata metadata;
  private final boolean isFragment;

  private DbnFile(InputFile file, DbnMetadata metadata, boolean isFragment) {
    this.file = file;
    this.metadata = metadata;
    this.isFragment = isFragment;
  }

  /// Reads the metadata. A name ending in `.frag`, also under `.zst`, has none.
  static DbnFile of(InputFile file) {
    if (isFragment(file.name())) {
      return new DbnFile(file, DbnMetadata.ofFragment(firstTime(file)), true);
    }
    try (InputStream in = file.open(new AtomicLong())) {
      DbnMetadata metadata = readMetadata(in);
      if (metadata.schema() == MBO) {
        throw new BadInput("schema mbo (orders) is not read; expected trades or quotes");
      }
      return new DbnFile(file, metadata, false);
    } catch (BadInput e) {
      throw new FeedFault(file.path() + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw file.fault(e);
    }
  }

  static boolean isFragment(String name) {
    return name.endsWith(".frag") || name.endsWith(".frag.zst");
  }

  /// Empty for a fragment.
  String dataset() {
    return metadata.dataset();
  }

  long size() {
    return file.size();
  }

  /// Nothing is merged before this; 0 when the file does not say.
  long floorNanos() {
    return Math.max(0, metadata.start());
  }

  int rank() {
    return switch (metadata.schema()) {
      case 9, 10 -> Rank.REFERENCE;
      case 0, 4, 5, 6, 7, 8, 13, 17, DbnMetadata.MIXED -> isStock() ? Rank.UNDERLYING : Rank.PRINTS;
      default -> isStock() ? Rank.UNDERLYING : Rank.QUOTES;
    };
  }

  int capabilities() {
    int mask = Capability.VENUES.bit();
    boolean isMixed = metadata.schema() > MAX_SCHEMA;
    if (isStock()) {
      mask |= Capability.UNDERLYING.bit() | Capability.OFF_EXCHANGE.bit();
    }
    return mask
        | switch (metadata.schema()) {
          case 5, 6, 7, 8, 13 -> Capability.FROM_BARS.bit();
          case 1, 2, 3, 14, 15, 16, 18, 19 ->
              Capability.QUOTE_STREAM.bit() | Capability.QUOTE_SIZES.bit();
          case 17 -> Capability.NBBO_AT_PRINT.bit() | Capability.QUOTE_SIZES.bit();
          case 10 -> Capability.OPEN_INTEREST.bit();
          default -> isMixed ? Capability.QUOTE_STREAM.bit() | Capability.QUOTE_SIZES.bit() : 0;
        };
  }

  /// True when this file's prints are to be taken before `other`'s, as far as both have them.
  boolean isBetterThan(DbnFile other) {
    int grade = Elsewhere.grade(other.metadata.schema());
    return grade > 0
        && Elsewhere.grade(metadata.schema()) > grade
        && metadata.dataset().equals(other.metadata.dataset())
        && metadata.limit() == 0
        && metadata.start() < other.end()
        && other.metadata.start() < end();
  }

  /// What this file tells, for files that it is better than.
  Elsewhere.Better asBetter(Listings listings) {
    Instruments own = new Instruments(Instruments.kindOf(metadata.dataset()), listings);
    own.add(metadata);
    return new Elsewhere.Better(metadata.start(), end(), own);
  }

  /// Opens the records. `instruments` learns the file's mappings.
  EventSource open(
      Instruments instruments, OpenInterestMapper told, Elsewhere elsewhere, AtomicLong readBytes) {
    try {
      InputStream in = file.open(readBytes);
      in.skipNBytes(metadata.length());
      instruments.add(metadata);
      int tsOut =
          isFragment ? DbnDecoder.EITHER : metadata.tsOut() ? DbnDecoder.WITH : DbnDecoder.WITHOUT;
      DbnDecoder decoder = new DbnDecoder(tsOut, metadata.length());
      DbnMapper mapper = new DbnMapper(instruments, told, elsewhere, metadata.schema());
      return new DbnSource(file, in, decoder, mapper);
    } catch (IOException e) {
      throw file.fault(e);
    }
  }

  private long end() {
    return metadata.end() < 0 ? Long.MAX_VALUE : metadata.end();
  }

  private boolean isStock() {
    return Instruments.kindOf(metadata.dataset()) == Instruments.Kind.STOCKS;
  }

  /// A fragment starts when its first record does, so that it is opened after its definitions.
  private static long firstTime(InputFile file) {
    try (InputStream in = file.open(new AtomicLong())) {
      byte[] header = in.readNBytes(16);
      return header.length < 16
          ? 0
          : ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getLong(8);
    } catch (IOException e) {
      throw file.fault(e);
    }
  }

  private static DbnMetadata readMetadata(InputStream in) throws IOException {
    byte[] prefix = in.readNBytes(8);
    int rest = DbnMetadata.bytesAfter(prefix);
    byte[] tail = in.readNBytes(rest);
    if (tail.length < rest) {
      throw new BadInput("truncated: the metadata has %d of %d bytes".formatted(tail.length, rest));
    }
    return DbnMetadata.read(ByteBuffer.allocate(8 + rest).put(prefix).put(tail).flip());
  }
}
