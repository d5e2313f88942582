package io.truetape.feed.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Lines of a text file, numbered from 1; a byte order mark and carriage returns are left out.
final class Lines {
  static final int MAX_LINE = 1 << 20;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private final byte[] line = new byte[MAX_LINE];
  private int at;
  private int filled;
  private int length;
  private long number;

  Lines(InputStream in) {
    this.in = in;
  }

  /// Moves to the next line; false at the end. What is beyond [#MAX_LINE] bytes is dropped, and
  /// the row will then be refused for its fields.
  boolean next() throws IOException {
    length = 0;
    boolean any = false;
    while (at < filled || fill()) {
      any = true;
      byte b = buffer[at++];
      if (b == '\n') {
        break;
      }
      if (length < MAX_LINE) {
        line[length++] = b;
      }
    }
    number += any ? 1 : 0;
    return any;
  }

  String text() {
    int from = number == 1 && hasMark() ? 3 : 0;
    int end = length > from && line[length - 1] == '\r' ? length - 1 : length;
    return new String(line, from, end - from, StandardCharsets.UTF_8);
  }

  long number() {
    return number;
  }

  private boolean hasMark() {
    return length >= 3
        && line[0] == (byte) 0xEF
        && line[1] == (byte) 0xBB
        && line[2] == (byte) 0xBF;
  }

  private boolean fill() throws IOException {
    filled = in.read(buffer, 0, buffer.length);
    at = 0;
    return filled > 0;
  }
}
