package io.truetape.pipeline.profile;

import io.truetape.model.event.derived.meaning.Profile;
import io.truetape.model.market.Sentiment;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pieces that seem to follow one intention. At most [#LIMIT].
final class Strand {
  static final int LIMIT = 128;

  private final int key;
  private final boolean structure;
  private final long fromTsNanos;
  private final List<Piece> pieces = new ArrayList<>(2);
  private @Nullable Piece lastGone;
  private boolean open = true;
  private int told;
  private long toldPremium;
  private Profile toldPrimary = Profile.UNCLEAR;
  private long name;

  Strand(int key, boolean structure, long fromTsNanos) {
    this.key = key;
    this.structure = structure;
    this.fromTsNanos = fromTsNanos;
  }

  boolean isStructure() {
    return structure;
  }

  int key() {
    return key;
  }

  void add(Piece piece) {
    if (name == 0) {
      name = piece.seq();
    }
    pieces.add(piece);
  }

  /// Puts a later revision in the place of an earlier one, or takes it out when `piece` is null;
  /// false when it has no such piece.
  boolean replace(long seq, @Nullable Piece piece) {
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).seq() == seq) {
        lastGone = pieces.get(i);
        if (piece == null) {
          pieces.remove(i);
        } else {
          pieces.set(i, piece);
        }
        return true;
      }
    }
    return false;
  }

  /// The piece that was taken out last.
  Piece lastGone() {
    Piece gone = lastGone;
    if (gone == null) {
      throw new AssertionError("nothing was taken out of strand " + name);
    }
    return gone;
  }

  /// The package's own direction, when all its executions agree; NEUTRAL for packets.
  Sentiment direction() {
    Sentiment direction = pieces.getFirst().direction();
    for (Piece piece : pieces) {
      if (piece.direction() != direction) {
        return Sentiment.NEUTRAL;
      }
    }
    return direction;
  }

  List<Piece> pieces() {
    return pieces;
  }

  boolean isFull() {
    return pieces.size() >= LIMIT;
  }

  boolean isOpen() {
    return open;
  }

  void close() {
    open = false;
  }

  long fromTsNanos() {
    return fromTsNanos;
  }

  /// Log position of its first print ever.
  long name() {
    return name;
  }

  /// How often it was told.
  int told() {
    return told;
  }

  long toldPremium() {
    return toldPremium;
  }

  Profile toldPrimary() {
    return toldPrimary;
  }

  void tell(long premiumMicros, Profile primary) {
    told++;
    toldPremium = premiumMicros;
    toldPrimary = primary;
  }

  void save(StateWriter out) {
    out.putInt(key);
    out.putBoolean(structure);
    out.putLong(fromTsNanos);
    out.putBoolean(open);
    out.putInt(told);
    out.putLong(toldPremium);
    out.putInt(toldPrimary.ordinal());
    out.putLong(name);
    out.putBoolean(lastGone != null);
    if (lastGone != null) {
      lastGone.save(out);
    }
    out.putInt(pieces.size());
    pieces.forEach(piece -> piece.save(out));
  }

  static Strand load(StateReader in) {
    Strand strand = new Strand(in.getInt(), in.getBoolean(), in.getLong());
    strand.open = in.getBoolean();
    strand.told = in.getInt();
    strand.toldPremium = in.getLong();
    strand.toldPrimary = Profile.values()[in.getInt()];
    strand.name = in.getLong();
    strand.lastGone = in.getBoolean() ? Piece.load(in) : null;
    for (int n = in.getInt(); n > 0; n--) {
      strand.pieces.add(Piece.load(in));
    }
    return strand;
  }
}
