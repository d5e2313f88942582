package io.truetape.pipeline.profile;

import io.truetape.model.event.derived.meaning.Abstention;
import io.truetape.model.event.derived.meaning.Band;
import io.truetape.model.event.derived.meaning.Profile;
import io.truetape.model.event.derived.meaning.ProfileFeatures;
import io.truetape.model.event.derived.meaning.SmartMoneyEvent;
import io.truetape.model.id.EventRef;
import io.truetape.model.market.Sentiment;
import io.truetape.pipeline.Emitter;
import java.util.ArrayList;
import java.util.List;

/// Decides when a strand is worth a word, and says it.
///
/// First when it is notable: by premium, by number of prints, or by its rank in the symbol. Again
/// when it grew by half, when another profile leads, when a cancel changed it, and at its end.
final class Telling {
  private static final int SUBJECTS = 64;
  private static final int PRINTS = 256;

  private final ProfileRules rules;
  private final Judge judge;

  Telling(ProfileRules rules) {
    this.rules = rules;
    this.judge = new Judge(rules);
  }

  void grown(Strand strand, long tsNanos, Emitter out) {
    ProfileFeatures f = Gather.features(strand.pieces());
    if (strand.told() == 0 && !isNotable(f)) {
      return;
    }
    Judge.Verdict verdict = judge.judge(f, strand.direction());
    boolean more = f.premiumMicros() >= strand.toldPremium() + strand.toldPremium() / 2;
    if (strand.told() == 0 || more || verdict.primary() != strand.toldPrimary()) {
      emit(strand, f, verdict, tsNanos, out);
    }
  }

  /// Says what is true now, whatever was said before.
  void tell(Strand strand, long tsNanos, Emitter out) {
    if (strand.pieces().isEmpty()) {
      out.emit(withdrawn(strand, tsNanos));
      strand.tell(0, Profile.UNCLEAR);
      return;
    }
    ProfileFeatures f = Gather.features(strand.pieces());
    emit(strand, f, judge.judge(f, strand.direction()), tsNanos, out);
  }

  private boolean isNotable(ProfileFeatures f) {
    if (f.premiumMicros() < rules.floorMicros()) {
      return false;
    }
    return f.premiumMicros() >= rules.notableMicros()
        || f.prints() >= rules.notablePrints()
        || f.premiumRank() >= rules.notableRank();
  }

  private static void emit(
      Strand strand, ProfileFeatures f, Judge.Verdict v, long tsNanos, Emitter out) {
    List<Piece> pieces = strand.pieces();
    List<EventRef> subjects = new ArrayList<>();
    List<Long> prints = new ArrayList<>();
    for (Piece piece : pieces) {
      if (subjects.size() < SUBJECTS) {
        subjects.add(new EventRef(strand.isStructure() ? "structure" : "packet", piece.seq()));
      }
      for (long seq : piece.prints()) {
        if (prints.size() < PRINTS) {
          prints.add(seq);
        }
      }
    }
    Piece first = pieces.getFirst();
    out.emit(
        new SmartMoneyEvent(
            tsNanos,
            strand.name(),
            strand.told(),
            !strand.isOpen(),
            first.contract().underlying(),
            first.contractId(),
            first.contract(),
            first.fromTsNanos(),
            pieces.getLast().toTsNanos(),
            subjects,
            pieces.size(),
            prints,
            f,
            v.scores(),
            v.primary(),
            v.confidence(),
            v.band(),
            v.direction(),
            v.abstentions(),
            v.suppressed()));
    strand.tell(f.premiumMicros(), v.primary());
  }

  /// Every print behind it was taken back: the same name, nothing left.
  private static SmartMoneyEvent withdrawn(Strand strand, long tsNanos) {
    Piece gone = strand.lastGone();
    ProfileFeatures f = Gather.features(List.of(gone));
    return new SmartMoneyEvent(
        tsNanos,
        strand.name(),
        strand.told(),
        !strand.isOpen(),
        gone.contract().underlying(),
        gone.contractId(),
        gone.contract(),
        gone.fromTsNanos(),
        gone.toTsNanos(),
        List.of(),
        0,
        List.of(),
        f,
        List.of(),
        Profile.UNCLEAR,
        0,
        Band.LOW,
        Sentiment.NEUTRAL,
        List.of(Abstention.WITHDRAWN),
        List.of());
  }
}
