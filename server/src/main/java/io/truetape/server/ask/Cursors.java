package io.truetape.server.ask;

import io.truetape.store.query.FlowFilter;
import io.truetape.store.query.FlowSort;
import io.truetape.store.query.Position;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/// Opaque page positions: key, seq, and a hash that binds them to their filters, sort and order.
final class Cursors {
  private static final int HASH_BYTES = 12;

  String write(Position position, FlowFilter filter, FlowSort sort, boolean descending) {
    ByteBuffer out = ByteBuffer.allocate(16 + HASH_BYTES);
    out.putLong(position.key()).putLong(position.seq());
    out.put(hash(position, filter, sort, descending));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(out.array());
  }

  Position read(String text, FlowFilter filter, FlowSort sort, boolean descending) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw refuse(text);
    }
    if (bytes.length != 16 + HASH_BYTES) {
      throw refuse(text);
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    Position position = new Position(in.getLong(), in.getLong());
    byte[] expected = hash(position, filter, sort, descending);
    if (!Arrays.equals(expected, Arrays.copyOfRange(bytes, 16, bytes.length))) {
      throw refuse(text);
    }
    return position;
  }

  private static Problem refuse(String text) {
    return Problem.parameter(
        "cursor",
        text,
        "this cursor belongs to another query; use nextCursor of the page before, with the same"
            + " filters, sort and order");
  }

  private static byte[] hash(
      Position position, FlowFilter filter, FlowSort sort, boolean descending) {
    String bound = position + "|" + filter + "|" + sort + "|" + descending;
    try {
      byte[] all =
          MessageDigest.getInstance("SHA-256").digest(bound.getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(all, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
