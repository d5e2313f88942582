package io.truetape.feed.databento;

import io.truetape.model.text.BadInput;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// What a DBN file says about itself before its first record.
///
/// `schema` is 0xFFFF when mixed; `start` and `end` are UTC nanoseconds, `end` is negative when
/// open; `limit` is the most records that were asked for, 0 for all; `length` counts all bytes
/// before the first record.
record DbnMetadata(
    int version,
    String dataset,
    int schema,
    long start,
    long end,
    long limit,
    boolean tsOut,
    List<Mapping> mappings,
    long length) {

  static final int MIXED = 0xFFFF;
  static final int MAX_BYTES = 256 << 20;
  private static final int FIXED = 100;

  DbnMetadata {
    mappings = List.copyOf(mappings);
  }

  /// An instrument number bears a name on the days `[fromDay, toDay)`, epoch days in UTC.
  record Mapping(int instrument, String name, int fromDay, int toDay) {}

  /// For records without a header, the first of them at `start`.
  static DbnMetadata ofFragment(long start) {
    return new DbnMetadata(0, "", MIXED, start, -1, 0, false, List.of(), 0);
  }

  /// Checks magic and version of the first eight bytes; answers the bytes that follow them.
  static int bytesAfter(byte[] prefix) {
    String magic = new String(prefix, 0, Math.min(3, prefix.length), StandardCharsets.ISO_8859_1);
    if (prefix.length < 8 || !magic.equals("DBN")) {
      throw new BadInput("byte 0: starts with \"" + magic + "\"; expected \"DBN\"");
    }
    int version = prefix[3] & 0xFF;
    if (version < 1 || version > 3) {
      throw new BadInput("byte 3: DBN version " + version + "; this build knows 1, 2 and 3");
    }
    int length = ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
    if (length < FIXED || length > MAX_BYTES) {
      throw new BadInput(
          "byte 4: metadata of %d bytes; expected %d to %d"
              .formatted(length & 0xFFFF_FFFFL, FIXED, MAX_BYTES));
    }
    return length;
  }

  /// Reads the metadata: `whole` holds the eight-byte prefix and everything up to the records.
  static DbnMetadata read(ByteBuffer whole) {
    ByteBuffer in = whole.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    int version = in.get(3) & 0xFF;
    int afterStypes = version == 1 ? 58 : 50;
    int stypeIn = in.get(afterStypes) & 0xFF;
    int stypeOut = in.get(afterStypes + 1) & 0xFF;
    boolean tsOut = in.get(afterStypes + 2) != 0;
    int width = version == 1 ? 22 : in.getShort(afterStypes + 3) & 0xFFFF;
    Variable variable = new Variable(in, width);
    return new DbnMetadata(
        version,
        variable.text(8, 16),
        in.getShort(24) & 0xFFFF,
        in.getLong(26),
        in.getLong(34),
        in.getLong(42),
        tsOut,
        variable.mappings(stypeIn == 0 && stypeOut != 0),
        in.limit());
  }

  /// The part whose size depends on the symbols.
  private static final class Variable {
    private final ByteBuffer in;
    private final int width;

    Variable(ByteBuffer in, int width) {
      this.in = in;
      this.width = width;
      if (width == 0) {
        throw new BadInput("byte 53: symbols of 0 characters; expected 22 or 71");
      }
      in.position(8 + FIXED);
    }

    List<Mapping> mappings(boolean isNumberFirst) {
      skip("schema definition", count("schema definition", 1));
      for (String list : List.of("symbols", "partial symbols", "symbols not found")) {
        skip(list, (long) count(list, width) * width);
      }
      int n = count("mappings", width + 4);
      List<Mapping> out = new ArrayList<>(n);
      for (int i = 0; i < n; i++) {
        String name = text("mapping");
        int intervals = count("mapping intervals", 8 + width);
        for (int k = 0; k < intervals; k++) {
          int from = day();
          int to = day();
          String symbol = text("mapping interval");
          add(out, isNumberFirst ? symbol : name, isNumberFirst ? name : symbol, from, to);
        }
      }
      return out;
    }

    private static void add(List<Mapping> out, String name, String number, int from, int to) {
      if (number.isEmpty() || name.isEmpty()) {
        return;
      }
      try {
        out.add(new Mapping(Integer.parseUnsignedInt(number), name, from, to));
      } catch (NumberFormatException e) {
        throw new BadInput("mapping of \"" + name + "\" to \"" + number + "\": not a number");
      }
    }

    private int count(String what, int each) {
      need(what, 4);
      int at = in.position();
      long n = in.getInt() & 0xFFFF_FFFFL;
      if (n * each > in.remaining()) {
        throw new BadInput("byte " + at + ": " + n + " " + what + " do not fit into the metadata");
      }
      return (int) n;
    }

    private void skip(String what, long bytes) {
      need(what, bytes);
      in.position((int) (in.position() + bytes));
    }

    private void need(String what, long bytes) {
      if (bytes > in.remaining()) {
        throw new BadInput("byte " + in.position() + ": metadata ends inside the " + what);
      }
    }

    private int day() {
      int at = in.position();
      need("date", 4);
      int d = in.getInt();
      try {
        return (int) LocalDate.of(d / 10_000, d / 100 % 100, d % 100).toEpochDay();
      } catch (DateTimeException e) {
        throw new BadInput("byte " + at + ": " + d + " is not a yyyymmdd date");
      }
    }

    private String text(String what) {
      need(what, width);
      String text = text(in.position(), width);
      in.position(in.position() + width);
      return text;
    }

    String text(int at, int length) {
      int n = 0;
      while (n < length && in.get(at + n) != 0) {
        n++;
      }
      byte[] bytes = new byte[n];
      in.get(at, bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
