package io.truetape.feed.databento;

import io.truetape.feed.FeedFault;
import io.truetape.feed.file.EventSource;
import io.truetape.feed.file.InputFile;
import io.truetape.feed.file.Outbox;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.text.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Reads the records of one DBN file, decompressing as it goes.
final class DbnSource implements EventSource {
  private static final int BUFFER = 1 << 20;

  private final InputFile file;
  private final InputStream in;
  private final DbnDecoder decoder;
  private final DbnMapper mapper;
  private final ByteBuffer buffer =
      ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN).limit(0);
  private final DbnRecord record = new DbnRecord();
  private final Outbox out = new Outbox();

  /// `in` stands at the first record.
  DbnSource(InputFile file, InputStream in, DbnDecoder decoder, DbnMapper mapper) {
    this.file = file;
    this.in = in;
    this.decoder = decoder;
    this.mapper = mapper;
  }

  @Override
  public boolean next() {
    while (!out.advance()) {
      RecordKind kind = decode();
      if (kind != RecordKind.MORE) {
        mapper.map(kind, record, out);
      } else if (!fill()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public SourceEvent event() {
    return out.event();
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw file.fault(e);
    }
  }

  private RecordKind decode() {
    try {
      return decoder.next(buffer, record);
    } catch (BadInput e) {
      throw new FeedFault(file.path() + ": " + e.getMessage(), e);
    }
  }

  private boolean fill() {
    buffer.compact();
    try {
      int n = in.read(buffer.array(), buffer.position(), buffer.remaining());
      if (n > 0) {
        buffer.position(buffer.position() + n);
      } else if (buffer.position() > 0) {
        throw new FeedFault(
            "%s is truncated: the record at byte %d has only %d bytes before the file ends"
                .formatted(file.path(), decoder.offset(), buffer.position()));
      }
      buffer.flip();
      return n > 0;
    } catch (IOException e) {
      throw file.fault(e);
    }
  }
}
