package io.truetape.engine.run;

import io.truetape.engine.wire.WireReader;
import io.truetape.engine.wire.WireWriter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 over a growing stream, with a state small enough for a snapshot.
///
/// Every [#BLOCK] bytes the value becomes SHA-256(value, block). The end value also covers the
/// bytes of the unfinished block and the length.
final class HashChain {
  static final int BLOCK = 4_096;

  private final MessageDigest sha = sha256();
  private final WireWriter pending = new WireWriter(512);
  private byte[] value = new byte[32];
  private long length;

  /// Where the next bytes go; call [#wrote] after writing.
  WireWriter out() {
    return pending;
  }

  void wrote() {
    if (pending.size() >= BLOCK) {
      sha.update(value);
      sha.update(pending.array(), 0, pending.size());
      value = sha.digest();
      length += pending.size();
      pending.reset();
    }
  }

  byte[] end() {
    sha.update(value);
    sha.update(pending.array(), 0, pending.size());
    WireWriter tail = new WireWriter(8);
    tail.putLong(length + pending.size());
    sha.update(tail.array(), 0, tail.size());
    return sha.digest();
  }

  boolean isEmpty() {
    return length + pending.size() == 0;
  }

  void save(WireWriter out) {
    out.putLong(length);
    out.putBytes(value, 0, value.length);
    out.putInt(pending.size());
    out.putBytes(pending.array(), 0, pending.size());
  }

  void load(WireReader in) {
    length = in.getLong();
    for (int i = 0; i < value.length; i++) {
      value[i] = (byte) in.getByte();
    }
    pending.reset();
    for (int n = in.getInt(); n > 0; n--) {
      pending.putByte(in.getByte());
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
