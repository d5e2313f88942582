package io.truetape.server.ask;

import io.truetape.store.query.FlowFilter;
import io.truetape.store.query.FlowSort;
import io.truetape.store.query.Position;
import io.truetape.store.query.meaning.FactPosition;
import io.truetape.store.query.meaning.FactQuery;
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

  String write(FactPosition position, FactQuery query) {
    byte[] part = position.part().getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(32 + part.length + HASH_BYTES);
    out.putLong(position.key()).putLong(position.seq());
    out.putLong(position.revision()).putLong(position.through());
    out.put(part).put(hash(bound(position, query)));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(out.array());
  }

  FactPosition read(String text, FactQuery query) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw refuse(text);
    }
    int end = bytes.length - HASH_BYTES;
    if (end < 32) {
      throw refuse(text);
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    long key = in.getLong();
    long seq = in.getLong();
    long revision = in.getLong();
    long through = in.getLong();
    String part = new String(bytes, 32, end - 32, StandardCharsets.UTF_8);
    FactPosition position = new FactPosition(key, seq, part, revision, through);
    byte[] given = Arrays.copyOfRange(bytes, end, bytes.length);
    if (!Arrays.equals(hash(bound(position, query)), given)) {
      throw refuse(text);
    }
    return position;
  }

  private static String bound(FactPosition position, FactQuery query) {
    return position
        + "|"
        + query.filter()
        + "|"
        + query.sort()
        + "|"
        + query.descending()
        + "|"
        + query.everyRevision();
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
    return hash(position + "|" + filter + "|" + sort + "|" + descending);
  }

  private static byte[] hash(String bound) {
    try {
      byte[] all =
          MessageDigest.getInstance("SHA-256").digest(bound.getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(all, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
