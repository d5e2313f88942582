package io.truetape.pipeline.dark;

import io.truetape.model.event.derived.dark.DarkInference;
import io.truetape.model.event.derived.dark.DarkKind;
import io.truetape.model.event.derived.dark.OffExchangePrint;
import io.truetape.model.price.Price;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.Arrays;
import java.util.List;

/// Grades and says inferences, each kind at most once per cooldown.
final class Inferences {
  private final int symbol;
  private final String text;
  private final long[] quietUntil = new long[DarkKind.values().length];
  private DarkRules rules;

  Inferences(int symbol, String text, DarkRules rules) {
    this.symbol = symbol;
    this.text = text;
    this.rules = rules;
  }

  void use(DarkRules newRules) {
    rules = newRules;
  }

  /// A midpoint block whose window ended without a move.
  void absorbed(Absorption.Candidate c, Emitter out) {
    if (!mayStart(DarkKind.ABSORBED_BLOCK, c.dueNanos)) {
      return;
    }
    double still = c.allowedDouble == 0 ? 1 : 1 - (double) c.farthestDouble / c.allowedDouble;
    double size = Math.min(1, (double) c.size / (2 * rules.absorbedShares()));
    out.emit(
        new DarkInference(
            c.dueNanos,
            symbol,
            text,
            DarkKind.ABSORBED_BLOCK,
            0.35 + 0.45 * size + 0.20 * still,
            c.tsNanos,
            c.dueNanos,
            c.size,
            Price.premium(c.priceMicros, c.size, 1),
            c.priceMicros,
            c.priceMicros,
            (c.farthestDouble + 1) / 2,
            1,
            List.of(c.seq)));
  }

  /// A minute's prints at one side, when they are enough and outweigh the other side's; both are
  /// used up by it.
  void group(DarkKind kind, Sides side, Sides other, long needed, long tsNanos, Emitter out) {
    double all = (double) side.shares() + other.shares();
    if (side.prints() < rules.group().prints()
        || side.shares() < needed
        || side.shares() < rules.group().dominance() * all
        || !mayStart(kind, tsNanos)) {
      return;
    }
    double shares = Math.min(1, (double) side.shares() / (2 * needed));
    double prints = Math.min(1, (double) side.prints() / (2 * rules.group().prints()));
    out.emit(
        new DarkInference(
            tsNanos,
            symbol,
            text,
            kind,
            0.30 + 0.40 * shares + 0.30 * prints,
            side.fromNanos(),
            tsNanos,
            side.shares(),
            side.notionalMicros(),
            side.lowMicros(),
            side.highMicros(),
            0,
            side.prints(),
            side.evidence()));
    side.clear();
    other.clear();
  }

  /// A print inside a standing zone; the evidence is the zone's.
  void zoneHit(Zone zone, OffExchangePrint print, Emitter out) {
    if (!mayStart(DarkKind.HIDDEN_LIQUIDITY_ZONE, print.tsNanos())) {
      return;
    }
    double windows = Math.min(1, (double) zone.windows() / (2 * rules.zone().windows()));
    out.emit(
        new DarkInference(
            print.tsNanos(),
            symbol,
            text,
            DarkKind.HIDDEN_LIQUIDITY_ZONE,
            0.30 + 0.40 * windows + 0.30 * zone.strength(),
            zone.firstSeen(),
            print.tsNanos(),
            zone.volume(),
            zone.notionalMicros(),
            zone.lowMicros(),
            zone.highMicros(),
            0,
            zone.prints(),
            zone.evidence()));
  }

  private boolean mayStart(DarkKind kind, long tsNanos) {
    if (tsNanos < quietUntil[kind.ordinal()]) {
      return false;
    }
    quietUntil[kind.ordinal()] = tsNanos + rules.cooldownNanos();
    return true;
  }

  void clear() {
    Arrays.fill(quietUntil, 0);
  }

  void save(StateWriter out) {
    out.putLongs(quietUntil, quietUntil.length);
  }

  void load(StateReader in) {
    long[] saved = in.getLongs();
    System.arraycopy(saved, 0, quietUntil, 0, quietUntil.length);
  }
}
