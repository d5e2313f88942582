package io.truetape.server.explain;

import io.truetape.model.event.derived.dark.DarkInference;
import io.truetape.model.event.derived.dark.LiquidityZone;
import io.truetape.model.event.derived.dark.OffExchangePrint;
import io.truetape.model.event.derived.exposure.ExposureComputed;
import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.event.derived.meaning.OpenShareVerdict;
import io.truetape.model.event.derived.meaning.SmartMoneyEvent;
import io.truetape.model.event.derived.packet.FlowPacket;
import io.truetape.model.event.derived.packet.StructureFound;
import io.truetape.model.event.derived.strikes.FlowMinute;
import io.truetape.model.event.derived.strikes.HeatCells;
import io.truetape.model.event.derived.strikes.StrikeBoard;
import io.truetape.model.id.EventRef;
import io.truetape.model.time.SessionClock;
import io.truetape.server.view.FactJson;
import io.truetape.server.view.RuleBook;
import io.truetape.server.view.Rules;
import io.truetape.store.query.Prints;
import io.truetape.store.query.StoredPrint;
import io.truetape.store.query.meaning.Fact;
import io.truetape.store.query.meaning.Facts;
import io.truetape.store.query.meaning.Resource;
import java.util.List;
import java.util.Optional;

/// Grows one explanation: follows references into the store until depth or room runs out.
final class Tree {
  static final int MAX_NODES = 800;
  static final int BREADTH = 12;
  private final Facts facts;
  private final Prints prints;
  private final int depth;
  private final RuleBook rules;
  private final PrintNodes printNodes;
  private final FlowNodes flow;
  private final MeaningNodes meaning;
  private final BoardNodes boards;
  private int nodes;

  Tree(Facts facts, Prints prints, SessionClock clock, int depth) {
    this.facts = facts;
    this.prints = prints;
    this.depth = depth;
    rules = new RuleBook(facts, _ -> Optional.empty());
    printNodes = new PrintNodes(clock);
    flow = new FlowNodes(this);
    meaning = new MeaningNodes(this);
    boards = new BoardNodes(this, clock);
  }

  Node print(StoredPrint print) {
    nodes++;
    return printNodes.of(print);
  }

  /// A conclusion `level` references below the one that was asked for.
  Node fact(Fact fact, int level) {
    nodes++;
    Node node =
        switch (fact.event()) {
          case FlowPacket e -> flow.packet(e, level);
          case StructureFound e -> flow.structure(e, level);
          case SmartMoneyEvent e -> meaning.smartMoney(e, level);
          case ClassifierHits e -> meaning.hits(e, level);
          case AlertChanged e -> meaning.alert(e, fact.causeSeq(), level);
          case OpenShareVerdict e -> meaning.verdict(e, level);
          case OffExchangePrint e -> boards.equityPrint(e);
          case DarkInference e -> boards.dark(e, level);
          case LiquidityZone e -> boards.zone(e);
          case StrikeBoard e -> boards.strikes(e);
          case ExposureComputed e -> boards.exposure(e);
          case FlowMinute e -> boards.minute(e);
          case HeatCells e -> boards.heat(e);
          default -> throw new IllegalArgumentException("no explanation of " + fact.event().kind());
        };
    return node.named(FactJson.id(fact), fact.name().seq());
  }

  /// Adds what a conclusion rests on, by reference.
  void evidence(Node parent, List<EventRef> refs, int level) {
    int shown = 0;
    for (EventRef ref : refs) {
      if (shown == BREADTH || nodes >= MAX_NODES || level >= depth) {
        break;
      }
      parent.add(resolve(ref, level + 1));
      shown++;
    }
    parent.more(refs.size() - shown);
  }

  /// Adds option prints by their seq, asked for at once.
  void prints(Node parent, List<Long> seqs, int level) {
    int room = level >= depth ? 0 : Math.min(BREADTH, MAX_NODES - nodes);
    List<Long> shown = seqs.subList(0, Math.clamp(room, 0, seqs.size()));
    List<StoredPrint> found = prints.byIds(shown);
    found.forEach(print -> parent.add(print(print)));
    parent.more(seqs.size() - found.size());
  }

  private Node resolve(EventRef ref, int level) {
    Optional<Node> found =
        ref.kind().equals("print")
            ? prints.byId(ref.seq()).map(this::print)
            : Resource.ofRef(ref.kind())
                .flatMap(r -> facts.named(r, ref.seq()).stream().findFirst())
                .map(fact -> fact(fact, level));
    return found.orElseGet(
        () ->
            Node.reported("missing", "not kept yet: " + ref.kind() + ":" + ref.seq())
                .named(ref.kind() + ":" + ref.seq(), ref.seq()));
  }

  /// Every word said on the conclusions of one seq, the latest first.
  List<Fact> revisions(Resource resource, long seq) {
    return facts.revisions(resource, seq);
  }

  /// The thresholds that decided what a log entry caused.
  Rules rules(long causeSeq) {
    return rules.at(causeSeq).rules();
  }

  /// Conclusions about the same subject, as found under one seq.
  List<Fact> named(Resource resource, long seq) {
    return facts.named(resource, seq);
  }
}
