package io.truetape.pipeline.legs;

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
import io.truetape.model.event.derived.packet.StructureFound;
import io.truetape.model.event.derived.packet.StructureMode;
import io.truetape.model.event.derived.packet.StructureType;
import io.truetape.model.event.source.CalendarEntry;
import io.truetape.model.event.source.CalendarKind;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.Shape;
import io.truetape.pipeline.Stage;
import io.truetape.pipeline.StageId;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.table.Agenda;
import io.truetape.pipeline.table.LogSketch;
import io.truetape.pipeline.table.PrintFacts;
import io.truetape.pipeline.table.SpotTrail;
import java.util.ArrayList;
import java.util.List;

/// Recognises packages of several contracts before any leg is read as a direction.
public final class LegsStage implements Stage {
  private static final int MINIMUM_SAMPLES = 12;

  private final Candidates blocks = new Candidates();
  private final Candidates alone = new Candidates();
  private final RecentStructures recent = new RecentStructures();
  private final Agenda agenda = new Agenda();
  private final SpotTrail spots = new SpotTrail();
  private final LogSketch premiums = new LogSketch(3);
  private LegsRules rules = LegsRules.standard();
  private FigureFinder finder = new FigureFinder(rules);
  private StructureMaker maker = new StructureMaker(rules);

  @Override
  public StageId id() {
    return StageId.LEGS;
  }

  @Override
  public Shape shape() {
    return Shape.reading(
            EventKind.CHIPPED_PRINT,
            EventKind.AMENDED,
            EventKind.WATERMARK,
            EventKind.CALENDAR_ENTRY,
            EventKind.RULES_ACTIVATED)
        .emitting(EventKind.STRUCTURE_FOUND);
  }

  @Override
  public void on(Event event, Emitter out) {
    switch (event) {
      case ChippedPrint print -> take(print);
      case Watermark mark -> close(mark.tsNanos(), out);
      case Amended amended -> takeBack(amended, out);
      case CalendarEntry entry -> agenda.add(entry);
      case RulesActivated activated -> {
        rules = LegsRules.from(activated.values());
        finder = new FigureFinder(rules);
        maker = new StructureMaker(rules);
      }
      case SourceEvent _, ControlEvent _, TradeEvent _, DerivedEvent _ -> {}
    }
  }

  private void take(ChippedPrint print) {
    spots.add(print.tsNanos(), print.quoted().spotDoubleMicros());
    if (print.normalized().condition().isCompression()) {
      return;
    }
    PrintFacts facts = PrintFacts.of(print);
    if (Candidates.isCandidate(facts, rules)) {
      blocks.add(facts);
    }
  }

  private void close(long watermark, Emitter out) {
    long gap = rules.blockNanos();
    for (List<PrintFacts> group = blocks.takeClosed(watermark, gap);
        !group.isEmpty();
        group = blocks.takeClosed(watermark, gap)) {
      for (PrintFacts left : claim(group, gap, false, out)) {
        if (left.isLeg()) {
          alone.add(left);
        }
      }
    }
    long window = rules.windowNanos();
    for (List<PrintFacts> group = alone.takeClosed(watermark, window);
        !group.isEmpty();
        group = alone.takeClosed(watermark, window)) {
      claim(group, window, true, out);
    }
  }

  /// Claims what it can of a group; answers the prints left over.
  private List<PrintFacts> claim(
      List<PrintFacts> group, long gapNanos, boolean relaxed, Emitter out) {
    List<Unit> units = new ArrayList<>();
    Unit current = null;
    for (PrintFacts print : group) {
      if (current == null || !current.accepts(print)) {
        current = new Unit(print, gapNanos);
        units.add(current);
      }
    }
    List<Unit> packages = merged(units);
    List<PrintFacts> left = new ArrayList<>();
    for (Unit unit : packages) {
      if (!recognise(unit, relaxed, out)) {
        unit.legs().forEach(leg -> left.addAll(leg.prints()));
      }
    }
    return left;
  }

  private static List<Unit> merged(List<Unit> units) {
    List<Unit> packages = new ArrayList<>();
    for (Unit unit : units) {
      boolean again = false;
      for (Unit earlier : packages) {
        if (!again && earlier.isAgain(unit)) {
          earlier.merge(unit);
          again = true;
        }
      }
      if (!again) {
        packages.add(unit);
      }
    }
    return packages;
  }

  private boolean recognise(Unit unit, boolean relaxed, Emitter out) {
    List<Leg> legs = unit.legs();
    boolean stockTied = legs.getFirst().first().condition().isStockTied();
    if (legs.size() == 1 && !stockTied) {
      return false;
    }
    Figure shape = finder.find(legs, stockTied);
    boolean inferred = StructureMaker.mode(legs) != StructureMode.CODED;
    if (inferred && !isPlausible(shape, legs)) {
      return false;
    }
    boolean neighbour = hasNeighbour(legs);
    double score = maker.score(shape, relaxed, neighbour);
    if (score < rules.minimumScore()) {
      return false;
    }
    emit(shape, score, stockTied, neighbour, out);
    return true;
  }

  /// Without codes only a known shape whose legs took plainly different sides, or all one side.
  private static boolean isPlausible(Figure shape, List<Leg> legs) {
    if (shape.type() == StructureType.OTHER) {
      return false;
    }
    return Math.abs(shape.agreement()) >= 0.2 && legs.size() >= 2;
  }

  private boolean hasNeighbour(List<Leg> legs) {
    for (Leg leg : legs) {
      if (blocks.hasNeighbour(leg, rules.blockNanos())) {
        return true;
      }
    }
    return false;
  }

  private void emit(Figure shape, double score, boolean stockTied, boolean neighbour, Emitter out) {
    PrintFacts first = shape.legs().getFirst().first();
    long premium = 0;
    for (Leg leg : shape.legs()) {
      premium += leg.premiumMicros();
    }
    double rank = premiums.total() < MINIMUM_SAMPLES ? -1 : premiums.rank(premium);
    premiums.add(premium);
    StructureFound found =
        maker.make(
            shape,
            score,
            stockTied,
            new StructureMaker.Surroundings(
                agenda.daysTo(CalendarKind.EARNINGS, first.day(), first.tsNanos()),
                spots.minuteMoveBps(first.tsNanos(), first.spotDoubleMicros()),
                rank,
                neighbour));
    recent.add(found);
    out.emit(found);
  }

  private void takeBack(Amended amended, Emitter out) {
    if (!amended.foundOriginal()
        || blocks.remove(amended.printSeq())
        || alone.remove(amended.printSeq())) {
      return;
    }
    StructureFound withdrawn = recent.withdraw(amended.printSeq(), amended.tsNanos());
    if (withdrawn != null) {
      out.emit(withdrawn);
    }
  }

  @Override
  public void save(StateWriter out) {
    blocks.save(out);
    alone.save(out);
    recent.save(out);
    agenda.save(out);
    spots.save(out);
    premiums.save(out);
  }

  @Override
  public void load(StateReader in) {
    blocks.load(in);
    alone.load(in);
    recent.load(in);
    agenda.load(in);
    spots.load(in);
    premiums.load(in);
  }
}
