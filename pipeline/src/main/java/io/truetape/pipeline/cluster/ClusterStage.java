package io.truetape.pipeline.cluster;

import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.TradeEvent;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.derived.Amended;
import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.Watermark;
import io.truetape.model.event.derived.packet.FlowPacket;
import io.truetape.model.event.derived.packet.StructureFound;
import io.truetape.model.event.source.CalendarEntry;
import io.truetape.model.event.source.CalendarKind;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.Shape;
import io.truetape.pipeline.Stage;
import io.truetape.pipeline.StageId;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.table.Agenda;
import io.truetape.pipeline.table.IntTable;
import io.truetape.pipeline.table.LogSketch;
import io.truetape.pipeline.table.PrintFacts;
import io.truetape.pipeline.table.SpotTrail;
import java.util.List;

/// Gathers the prints of one contract that came together into the parent event behind them.
public final class ClusterStage implements Stage {
  private static final int DETAIL_BITS = 3;

  private final double[] logs = LogSketch.logMiddles(DETAIL_BITS);
  private final Windows windows = new Windows();
  private final Agenda agenda = new Agenda();
  private final SpotTrail spots = new SpotTrail();
  private final LogSketch premiums = new LogSketch(DETAIL_BITS);
  private final LogSketch spreads = new LogSketch(DETAIL_BITS);
  private final IntTable<LogSketch> contracts = new IntTable<>();
  private ClusterRules rules = ClusterRules.standard();
  private PacketMaker maker = new PacketMaker(rules);

  @Override
  public StageId id() {
    return StageId.CLUSTER;
  }

  @Override
  public Shape shape() {
    return Shape.reading(
            EventKind.CHIPPED_PRINT,
            EventKind.STRUCTURE_FOUND,
            EventKind.AMENDED,
            EventKind.WATERMARK,
            EventKind.CALENDAR_ENTRY,
            EventKind.RULES_ACTIVATED)
        .emitting(EventKind.FLOW_PACKET);
  }

  @Override
  public void on(Event event, Emitter out) {
    switch (event) {
      case ChippedPrint print -> take(print);
      case StructureFound found -> claim(found);
      case Watermark mark -> close(mark.tsNanos(), out);
      case Amended amended -> takeBack(amended, out);
      case CalendarEntry entry -> agenda.add(entry);
      case RulesActivated activated -> {
        rules = ClusterRules.from(activated.values());
        maker = new PacketMaker(rules);
      }
      case SourceEvent _, ControlEvent _, TradeEvent _, DerivedEvent _ -> {}
    }
  }

  private void take(ChippedPrint print) {
    spots.add(print.tsNanos(), print.quoted().spotDoubleMicros());
    if (!print.normalized().condition().isCompression()) {
      windows.add(PrintFacts.of(print), rules.windowNanos());
    }
  }

  private void claim(StructureFound found) {
    for (var leg : found.legs()) {
      for (long seq : found.prints()) {
        windows.claim(leg.contractId(), seq);
      }
    }
  }

  private void close(long watermark, Emitter out) {
    long ripe = watermark - rules.windowNanos() - rules.claimNanos();
    for (Window window = windows.takeClosed(ripe);
        window != null;
        window = windows.takeClosed(ripe)) {
      conclude(window, false, out);
      conclude(window, true, out);
    }
  }

  private void conclude(Window window, boolean legs, Emitter out) {
    List<PrintFacts> prints = window.unclaimed(legs);
    if (prints.isEmpty()) {
      return;
    }
    window.name(legs, prints.getFirst().seq());
    out.emit(maker.make(prints, legs, 0, around(prints, true)));
  }

  private PacketMaker.Surroundings around(List<PrintFacts> prints, boolean isNew) {
    PrintFacts first = prints.getFirst();
    long premium = PacketMaker.premium(prints);
    double spread = PacketMaker.spreadBps(prints);
    LogSketch contract = contracts.getOrMake(first.contractId(), _ -> new LogSketch(0));
    boolean enough = premiums.total() >= rules.minimumSamples();
    boolean enoughSpreads = spread >= 0 && spreads.total() >= rules.minimumSamples();
    PacketMaker.Surroundings around =
        new PacketMaker.Surroundings(
            enough ? premiums.robustZ(premium, logs) : 0,
            enough,
            enough ? premiums.rank(premium) : -1,
            contract.total() >= rules.minimumSamples() ? contract.rank(premium) : -1,
            enoughSpreads ? spreads.rank(Math.round(spread)) : -1,
            spots.minuteMoveBps(first.tsNanos(), first.spotDoubleMicros()),
            agenda.daysTo(CalendarKind.EARNINGS, first.day(), first.tsNanos()));
    if (isNew) {
      premiums.add(premium);
      contract.add(premium);
      if (spread >= 0) {
        spreads.add(Math.round(spread));
      }
    }
    return around;
  }

  private void takeBack(Amended amended, Emitter out) {
    int contract = amended.contractId();
    long seq = amended.printSeq();
    if (!amended.foundOriginal() || windows.removeOpen(contract, seq)) {
      return;
    }
    Window window = windows.findClosed(contract, seq);
    PrintFacts gone = window == null ? null : window.remove(seq);
    if (window == null || gone == null || window.isClaimed(seq)) {
      return;
    }
    boolean legs = gone.isLeg();
    int revision = window.nextRevision();
    List<PrintFacts> left = window.unclaimed(legs);
    List<PrintFacts> told = left.isEmpty() ? List.of(gone) : left;
    FlowPacket packet = maker.make(told, legs, revision, around(told, false));
    out.emit(copy(packet, window.name(legs), left.isEmpty() ? List.of() : packet.prints()));
  }

  /// The packet keeps its name even when its first print was taken back.
  private static FlowPacket copy(FlowPacket p, long packetSeq, List<Long> prints) {
    return new FlowPacket(
        p.tsNanos(),
        packetSeq,
        p.revision(),
        p.contractId(),
        p.contract(),
        p.legs(),
        p.fromTsNanos(),
        p.toTsNanos(),
        prints,
        p.tape(),
        p.quotes(),
        p.context(),
        p.clusters());
  }

  @Override
  public void save(StateWriter out) {
    windows.save(out);
    agenda.save(out);
    spots.save(out);
    premiums.save(out);
    spreads.save(out);
    out.putInt(contracts.size());
    for (int i = 0; i < contracts.size(); i++) {
      out.putInt(contracts.keyAt(i));
      contracts.valueAt(i).save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    windows.load(in);
    agenda.load(in);
    spots.load(in);
    premiums.load(in);
    spreads.load(in);
    contracts.clear();
    for (int n = in.getInt(); n > 0; n--) {
      LogSketch sketch = new LogSketch(0);
      contracts.put(in.getInt(), sketch);
      sketch.load(in);
    }
  }
}
