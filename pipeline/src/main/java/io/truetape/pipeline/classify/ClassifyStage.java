package io.truetape.pipeline.classify;

import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.TradeEvent;
import io.truetape.model.event.control.RuleValue;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.Watermark;
import io.truetape.model.event.derived.meaning.Classifier;
import io.truetape.model.event.derived.meaning.ClassifierHit;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.event.derived.meaning.Condition;
import io.truetape.model.event.derived.packet.ClusterKind;
import io.truetape.model.event.derived.packet.FlowPacket;
import io.truetape.model.event.derived.packet.StructureFound;
import io.truetape.model.event.source.OpenInterest;
import io.truetape.model.id.EventRef;
import io.truetape.model.market.Sentiment;
import io.truetape.model.market.Side;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.Shape;
import io.truetape.pipeline.Stage;
import io.truetape.pipeline.StageId;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.table.SpotTrail;
import java.util.ArrayList;
import java.util.List;

/// Asks the fourteen questions of every packet and structure.
public final class ClassifyStage implements Stage {
  private final Follow follow = new Follow();
  private final Readings readings = new Readings();
  private final Told told = new Told();
  private final SpotTrail spots = new SpotTrail();
  private ClassifyRules rules = ClassifyRules.standard();
  private PacketClassifiers packets = new PacketClassifiers(rules);
  private StructureClassifiers structures = new StructureClassifiers(rules);

  @Override
  public StageId id() {
    return StageId.CLASSIFY;
  }

  @Override
  public Shape shape() {
    return Shape.reading(
            EventKind.CHIPPED_PRINT,
            EventKind.FLOW_PACKET,
            EventKind.STRUCTURE_FOUND,
            EventKind.OPEN_INTEREST,
            EventKind.WATERMARK,
            EventKind.RULES_ACTIVATED)
        .emitting(EventKind.CLASSIFIER_HITS, EventKind.OPEN_SHARE_VERDICT);
  }

  @Override
  public void on(Event event, Emitter out) {
    switch (event) {
      case ChippedPrint print -> spots.add(print.tsNanos(), print.quoted().spotDoubleMicros());
      case FlowPacket packet -> classify(packet, out);
      case StructureFound found -> classify(found, out);
      case Watermark mark -> followUp(mark.tsNanos(), out);
      case OpenInterest oi -> readings.judge(oi, oi.sourceTsNanos()).forEach(out::emit);
      case RulesActivated activated -> {
        rules = ClassifyRules.from(activated.values());
        packets = new PacketClassifiers(rules);
        structures = new StructureClassifiers(rules);
      }
      case SourceEvent _, ControlEvent _, TradeEvent _, DerivedEvent _ -> {}
    }
  }

  /// One question that was asked, whether it fired, and every condition.
  public record Answer(Classifier classifier, boolean fires, List<Condition> conditions) {
    public Answer {
      conditions = List.copyOf(conditions);
    }

    private static Answer of(Trace trace) {
      return new Answer(trace.classifier(), trace.fires(), trace.conditions());
    }
  }

  /// Every question a packet raises under these rules, also those that do not fire: for comparing
  /// rule sets. Pure.
  public static List<Answer> answers(FlowPacket p, List<RuleValue> values) {
    List<Answer> answers = new ArrayList<>();
    new PacketClassifiers(ClassifyRules.from(values))
        .ask(p, (trace, _, _) -> answers.add(Answer.of(trace)));
    return answers;
  }

  /// The same of a structure.
  public static List<Answer> answers(StructureFound s, List<RuleValue> values) {
    Trace trace = new StructureClassifiers(ClassifyRules.from(values)).trace(s);
    return trace == null ? List.of() : List.of(Answer.of(trace));
  }

  private void classify(FlowPacket p, Emitter out) {
    int day = p.contract().expiryDay() - p.context().dte();
    readings.volume(p.contractId(), p.context().dayVolume(), day);
    follow.forget(p.packetSeq());
    List<ClassifierHit> hits = packets.hits(p);
    if (!hits.isEmpty() || (p.revision() > 0 && told.contains(p.packetSeq()))) {
      ClassifierHits all = ofPacket(p, told.next(p.packetSeq()), hits);
      out.emit(all);
      readings.add(all, p.context().openInterest(), p.context().dayVolume(), day);
    }
    if (!p.isEmpty()) {
      watch(p, hits);
    }
  }

  /// A large directional packet is watched for what follows, whatever else was said of it.
  private void watch(FlowPacket p, List<ClassifierHit> hits) {
    Sentiment leaning = packets.leaning(p);
    long large = rules.largeMicros(p.contract().underlying());
    long premium = p.tape().premiumMicros();
    boolean isLarge =
        premium >= large || (p.context().hasZ() && p.context().premiumZ() >= rules.largeZ());
    if (p.legs() || leaning == Sentiment.NEUTRAL || !p.context().hasSpot() || !isLarge) {
      return;
    }
    follow.add(
        new Follow.Pending(
            ofPacket(p, p.revision(), hits),
            leaning,
            Math.max(p.quotes().aggressiveBuy(), p.quotes().aggressiveSell()),
            p.toTsNanos() + rules.followNanos(),
            p.context().spotDoubleMicros(),
            rules.impactBps() * StrictMath.sqrt((double) premium / large)));
  }

  private void classify(StructureFound s, Emitter out) {
    List<ClassifierHit> hits = structures.hits(s);
    if (!hits.isEmpty() || (s.isWithdrawn() && told.contains(s.structureSeq()))) {
      out.emit(ofStructure(s, told.next(s.structureSeq()), hits));
    }
  }

  private void followUp(long watermark, Emitter out) {
    for (Follow.Pending due = follow.takeDue(watermark);
        due != null;
        due = follow.takeDue(watermark)) {
      ClassifierHit hit = Follow.judge(due, spots.at(due.untilTsNanos(), 120), rules);
      if (hit != null) {
        int revision = told.next(due.hits().subject().seq());
        out.emit(withHit(due.hits(), revision, hit, watermark));
      }
    }
  }

  private static ClassifierHits withHit(
      ClassifierHits h, int revision, ClassifierHit hit, long tsNanos) {
    List<ClassifierHit> hits = new ArrayList<>(h.hits());
    hits.add(hit);
    return new ClassifierHits(
        tsNanos,
        h.subject(),
        revision,
        h.underlying(),
        h.contractId(),
        h.contract(),
        h.premiumMicros(),
        h.premiumRank(),
        h.premiumZ(),
        h.hasZ(),
        h.bias(),
        h.quality(),
        h.insideRatio(),
        h.spreadBps(),
        h.structureScore(),
        h.prints(),
        hits);
  }

  private static ClassifierHits ofPacket(FlowPacket p, int revision, List<ClassifierHit> hits) {
    return new ClassifierHits(
        p.tsNanos(),
        new EventRef("packet", p.packetSeq()),
        revision,
        p.contract().underlying(),
        p.contractId(),
        p.contract(),
        p.tape().premiumMicros(),
        p.context().premiumRank(),
        p.context().premiumZ(),
        p.context().hasZ(),
        p.quotes().bias(),
        p.quotes().coverage(),
        p.quotes().insideRatio(),
        p.quotes().spreadBps(),
        order(p),
        p.prints(),
        hits);
  }

  /// How much a packet looks like one order: a sweep most, then a block, then a split.
  private static double order(FlowPacket p) {
    if (p.has(ClusterKind.SWEEP)) {
      return p.tape().venues() >= 3 ? 1 : 0.8;
    }
    return p.has(ClusterKind.BLOCK) ? 0.6 : p.has(ClusterKind.SPLIT) ? 0.5 : 0;
  }

  private static ClassifierHits ofStructure(
      StructureFound s, int revision, List<ClassifierHit> hits) {
    return new ClassifierHits(
        s.tsNanos(),
        new EventRef("structure", s.structureSeq()),
        revision,
        s.underlying(),
        s.legs().getFirst().contractId(),
        s.legs().getFirst().contract(),
        s.premiumMicros(),
        s.premiumRank(),
        0,
        false,
        s.side() == Side.UNKNOWN ? 0 : 2 * s.pBuy() - 1,
        s.hasNet() ? 1 : 0.5,
        0,
        -1,
        s.score(),
        s.prints(),
        hits);
  }

  @Override
  public void save(StateWriter out) {
    follow.save(out);
    readings.save(out);
    told.save(out);
    spots.save(out);
  }

  @Override
  public void load(StateReader in) {
    follow.load(in);
    readings.load(in);
    told.load(in);
    spots.load(in);
  }
}
