package io.truetape.pipeline.profile;

import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.table.IntTable;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Open strands in order of their first piece, and the told ones that closed last.
///
/// At most [#LIMIT] are open; then the oldest closes early. At most [#KEPT] closed ones are kept for
/// cancels.
final class Strands {
  static final int LIMIT = 8_192;
  static final int KEPT = 256;

  private final IntTable<Strand> packets = new IntTable<>();
  private final IntTable<Strand> structures = new IntTable<>();
  private final Deque<Strand> open = new ArrayDeque<>();
  private final Deque<Strand> closed = new ArrayDeque<>();

  /// The open strand of a key, or a new one.
  Strand open(int key, boolean structure, long fromTsNanos) {
    Strand strand = table(structure).get(key);
    if (strand == null || !strand.isOpen()) {
      strand = new Strand(key, structure, fromTsNanos);
      table(structure).put(key, strand);
      open.addLast(strand);
    }
    return strand;
  }

  /// Closes a strand and begins another of its key.
  Strand reopen(
      Strand old, boolean structure, long fromTsNanos, Telling telling, long tsNanos, Emitter out) {
    open.remove(old);
    end(old, telling, tsNanos, out);
    return open(old.key(), structure, fromTsNanos);
  }

  /// Closes those that began at or before `fromTsNanos`.
  void close(long fromTsNanos, long tsNanos, Telling telling, Emitter out) {
    for (Strand first = open.peekFirst();
        first != null && first.fromTsNanos() <= fromTsNanos;
        first = open.peekFirst()) {
      open.removeFirst();
      end(first, telling, tsNanos, out);
    }
  }

  void keepWithin(Telling telling, long tsNanos, Emitter out) {
    while (open.size() > LIMIT) {
      end(open.removeFirst(), telling, tsNanos, out);
    }
  }

  /// The strand in which a piece was replaced, or taken out when `piece` is null.
  @Nullable Strand replace(boolean structure, long seq, @Nullable Piece piece) {
    for (Strand strand : open) {
      if (strand.isStructure() == structure && strand.replace(seq, piece)) {
        return strand;
      }
    }
    for (Strand strand : closed) {
      if (strand.isStructure() == structure && strand.replace(seq, piece)) {
        return strand;
      }
    }
    return null;
  }

  private void end(Strand strand, Telling telling, long tsNanos, Emitter out) {
    strand.close();
    if (strand.told() > 0) {
      telling.tell(strand, tsNanos, out);
      if (closed.size() == KEPT) {
        closed.removeFirst();
      }
      closed.addLast(strand);
    }
  }

  private IntTable<Strand> table(boolean structure) {
    return structure ? structures : packets;
  }

  void save(StateWriter out) {
    out.putInt(open.size());
    open.forEach(strand -> strand.save(out));
    out.putInt(closed.size());
    closed.forEach(strand -> strand.save(out));
  }

  void load(StateReader in) {
    packets.clear();
    structures.clear();
    open.clear();
    closed.clear();
    for (int n = in.getInt(); n > 0; n--) {
      Strand strand = Strand.load(in);
      open.addLast(strand);
      table(strand.isStructure()).put(strand.key(), strand);
    }
    for (int n = in.getInt(); n > 0; n--) {
      closed.addLast(Strand.load(in));
    }
  }
}
