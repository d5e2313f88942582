package io.truetape.feed.databento;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Builds small DBN files byte by byte.
final class DbnBytes {
  static final long UNDEFINED = Long.MAX_VALUE;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private boolean hasTsOut;

  /// A header with mappings `name` to `number` on 2025-02-20.
  DbnBytes header(int version, String dataset, int schema, List<String> names, int firstNumber) {
    int width = version == 1 ? 22 : 71;
    int mapping = width + 4 + 8 + width;
    int length = 100 + 4 + 3 * 4 + 4 + names.size() * mapping;
    length += version == 3 ? (8 - (8 + length) % 8) % 8 : 0;
    ByteBuffer b = ByteBuffer.allocate(8 + length).order(ByteOrder.LITTLE_ENDIAN);
    b.put("DBN".getBytes(StandardCharsets.US_ASCII)).put((byte) version).putInt(length);
    text(b, dataset, 16);
    b.putShort((short) schema).putLong(1740009600_000_000_000L).putLong(-1).putLong(0);
    if (version == 1) {
      b.putLong(0);
    }
    b.put((byte) 1).put((byte) 0).put((byte) (hasTsOut ? 1 : 0));
    if (version > 1) {
      b.putShort((short) width);
    }
    b.position(108);
    b.putInt(0).putInt(0).putInt(0).putInt(0).putInt(names.size());
    for (int i = 0; i < names.size(); i++) {
      text(b, names.get(i), width);
      b.putInt(1).putInt(20250220).putInt(20250221);
      text(b, Integer.toString(firstNumber + i), width);
    }
    out.writeBytes(b.array());
    return this;
  }

  DbnBytes withTsOut() {
    hasTsOut = true;
    return this;
  }

  DbnBytes trade(int publisher, int instrument, long ts, long price, int size, int sequence) {
    ByteBuffer b = record(0x00, 48, publisher, instrument, ts);
    b.putLong(16, price).putInt(24, size).put(28, (byte) 'T').put(29, (byte) 'N');
    b.putLong(32, ts + 1_000).putInt(44, sequence);
    return add(b);
  }

  /// A consolidated record: cmbp-1 0xB1, tcbbo 0xC2.
  DbnBytes consolidated(
      int rtype, char action, int publisher, int instrument, long ts, long price, int size) {
    ByteBuffer b = record(rtype, 80, publisher, instrument, ts);
    b.putLong(16, price).putInt(24, size).put(28, (byte) action).put(29, (byte) 'N');
    b.putLong(32, ts + 1_000).putLong(48, 1_100_000_000L).putLong(56, 1_200_000_000L);
    b.putInt(64, 7).putInt(68, 9).putShort(72, (short) 22).putShort(76, (short) 36);
    return add(b);
  }

  DbnBytes openInterest(boolean isV3, int publisher, int instrument, long ts, int quantity) {
    ByteBuffer b = record(0x18, isV3 ? 80 : 64, publisher, instrument, ts);
    b.putLong(16, ts).putLong(24, -1).putLong(32, UNDEFINED);
    if (isV3) {
      b.putLong(40, quantity).putShort(56, (short) 9).put(60, (byte) 1);
    } else {
      b.putInt(40, quantity).putShort(52, (short) 9).put(56, (byte) 1);
    }
    return add(b);
  }

  DbnBytes symbolMapping(boolean isV1, int instrument, String in, String symbol) {
    ByteBuffer b = record(0x16, isV1 ? 80 : 176, 0, instrument, 0);
    b.position(isV1 ? 16 : 17);
    text(b, in, isV1 ? 22 : 71);
    b.position(isV1 ? 38 : 89);
    text(b, symbol, isV1 ? 22 : 71);
    b.putLong(isV1 ? 64 : 160, 0).putLong(isV1 ? 72 : 168, UNDEFINED);
    return add(b);
  }

  DbnBytes definition(int length, int instrument, long ts, String symbol, int multiplier) {
    ByteBuffer b = record(0x13, length, 30, instrument, ts);
    b.position(length == 520 ? 238 : 200);
    text(b, symbol, length == 360 ? 22 : 71);
    b.putInt(length == 520 ? 176 : length == 400 ? 164 : 160, multiplier);
    return add(b);
  }

  DbnBytes error(boolean isV1, String text, int code) {
    ByteBuffer b = record(0x15, isV1 ? 80 : 320, 0, 0, 1740061800_000_000_000L);
    b.position(16);
    text(b, text, isV1 ? 64 : 302);
    if (!isV1) {
      b.put(318, (byte) code);
    }
    return add(b);
  }

  DbnBytes system(String text, int code) {
    ByteBuffer b = record(0x17, 320, 0, 0, 1740061800_000_000_000L);
    b.position(16);
    text(b, text, 303);
    return add(b.put(319, (byte) code));
  }

  /// A record of any type and length with nothing in it.
  DbnBytes raw(int rtype, int length) {
    return add(record(rtype, length, 1, 1, 1740061800_000_000_000L));
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  byte[] zstd() {
    return Zstd.compress(bytes());
  }

  private DbnBytes add(ByteBuffer b) {
    byte[] bytes = new byte[b.capacity()];
    b.get(0, bytes);
    out.writeBytes(bytes);
    return this;
  }

  private ByteBuffer record(int rtype, int length, int publisher, int instrument, long ts) {
    int whole = hasTsOut ? length + 8 : length;
    ByteBuffer b = ByteBuffer.allocate(whole).order(ByteOrder.LITTLE_ENDIAN);
    b.put(0, (byte) (whole / 4)).put(1, (byte) rtype).putShort(2, (short) publisher);
    return b.putInt(4, instrument).putLong(8, ts);
  }

  private static void text(ByteBuffer b, String text, int width) {
    int at = b.position();
    b.put(text.getBytes(StandardCharsets.US_ASCII));
    b.position(at + width);
  }
}
