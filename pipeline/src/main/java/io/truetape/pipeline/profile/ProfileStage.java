package io.truetape.pipeline.profile;

import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.TradeEvent;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.derived.Watermark;
import io.truetape.model.event.derived.packet.FlowPacket;
import io.truetape.model.event.derived.packet.StructureFound;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.Shape;
import io.truetape.pipeline.Stage;
import io.truetape.pipeline.StageId;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import org.jspecify.annotations.Nullable;

/// Judges what packets and structures that belong together may mean.
public final class ProfileStage implements Stage {
  private final Strands strands = new Strands();
  private ProfileRules rules = ProfileRules.standard();
  private Telling telling = new Telling(rules);

  @Override
  public StageId id() {
    return StageId.PROFILE;
  }

  @Override
  public Shape shape() {
    return Shape.reading(
            EventKind.FLOW_PACKET,
            EventKind.STRUCTURE_FOUND,
            EventKind.WATERMARK,
            EventKind.RULES_ACTIVATED)
        .emitting(EventKind.SMART_MONEY_EVENT);
  }

  @Override
  public void on(Event event, Emitter out) {
    switch (event) {
      case FlowPacket packet -> take(packet, out);
      case StructureFound found -> take(found, out);
      case Watermark mark -> close(mark.tsNanos(), out);
      case RulesActivated activated -> {
        rules = ProfileRules.from(activated.values());
        telling = new Telling(rules);
      }
      case SourceEvent _, ControlEvent _, TradeEvent _, DerivedEvent _ -> {}
    }
  }

  private void take(FlowPacket packet, Emitter out) {
    if (packet.legs()) {
      return;
    }
    if (packet.revision() > 0) {
      Piece piece = packet.isEmpty() ? null : Piece.of(packet);
      amend(false, packet.packetSeq(), piece, packet.tsNanos(), out);
      return;
    }
    double bias = packet.quotes().bias();
    int side = bias >= 0.2 ? 1 : bias <= -0.2 ? 2 : 0;
    join(packet.contractId() * 3 + side, false, Piece.of(packet), packet.tsNanos(), out);
  }

  private void take(StructureFound found, Emitter out) {
    if (found.isWithdrawn()) {
      amend(true, found.structureSeq(), null, found.tsNanos(), out);
      return;
    }
    int key = found.legs().getFirst().contractId() * 32 + found.type().ordinal();
    join(key, true, Piece.of(found), found.tsNanos(), out);
  }

  private void join(int key, boolean structure, Piece piece, long tsNanos, Emitter out) {
    Strand strand = strands.open(key, structure, piece.fromTsNanos());
    if (strand.isFull() || piece.fromTsNanos() - strand.fromTsNanos() > rules.windowNanos()) {
      strand = strands.reopen(strand, structure, piece.fromTsNanos(), telling, tsNanos, out);
    }
    strand.add(piece);
    telling.grown(strand, tsNanos, out);
    strands.keepWithin(telling, tsNanos, out);
  }

  private void close(long watermark, Emitter out) {
    strands.close(watermark - rules.windowNanos(), watermark, telling, out);
  }

  private void amend(
      boolean structure, long seq, @Nullable Piece piece, long tsNanos, Emitter out) {
    Strand strand = strands.replace(structure, seq, piece);
    if (strand != null && strand.told() > 0) {
      telling.tell(strand, tsNanos, out);
    }
  }

  @Override
  public void save(StateWriter out) {
    strands.save(out);
  }

  @Override
  public void load(StateReader in) {
    strands.load(in);
  }
}
