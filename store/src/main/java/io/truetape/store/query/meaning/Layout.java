package io.truetape.store.query.meaning;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.derived.dark.OffExchangePrint;
import io.truetape.model.event.derived.meaning.AlertChange;
import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.event.derived.meaning.ClassifierHit;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.event.derived.meaning.SmartMoneyEvent;
import io.truetape.model.event.derived.packet.FlowPacket;
import io.truetape.model.event.derived.packet.PacketCluster;
import io.truetape.model.event.derived.packet.StructureFound;
import io.truetape.model.market.Sentiment;
import io.truetape.model.time.SessionClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The columns of one resource: its name and place, what follows from the event, the event itself.
///
/// First `seq part revision underlying session_day`, then computed ones, then those of [Shape]; an
/// event's own column of the same name is used instead of one of the first. Safe from any thread.
public final class Layout {
  private static final SessionClock CLOCK = SessionClock.standard();
  private static final Map<Resource, Layout> ALL = new ConcurrentHashMap<>();
  private final Shape shape;
  private final List<Column> columns = new ArrayList<>();
  private final Map<String, Integer> places = new TreeMap<>();
  private final int firstCell;

  /// One column; `value` is null for those of the event's own shape.
  public record Column(
      String name, Shape.Kind kind, @Nullable Function<DerivedEvent, Object> value) {}

  private Layout(Class<?> type, List<Column> computed) {
    shape = Shape.of(type.asSubclass(Record.class));
    List<String> own = shape.cells().stream().map(Shape.Cell::column).toList();
    List<Column> all =
        new ArrayList<>(
            List.of(
                new Column("seq", Shape.Kind.WHOLE, e -> FactName.of(e).seq()),
                new Column("part", Shape.Kind.TEXT, e -> FactName.of(e).part()),
                new Column("revision", Shape.Kind.WHOLE, e -> FactName.of(e).revision()),
                new Column("ts_nanos", Shape.Kind.WHOLE, DerivedEvent::tsNanos),
                new Column("underlying", Shape.Kind.TEXT, FactName::symbol),
                new Column("session_day", Shape.Kind.WHOLE, e -> (long) dayOf(e.tsNanos()))));
    all.addAll(computed);
    for (Column column : all) {
      if (!own.contains(column.name())) {
        columns.add(column);
      }
    }
    firstCell = columns.size();
    shape.cells().forEach(c -> columns.add(new Column(c.column(), c.kind(), null)));
    for (int i = 0; i < columns.size(); i++) {
      places.put(columns.get(i).name(), i);
    }
  }

  static Layout of(Resource resource) {
    return ALL.computeIfAbsent(resource, r -> new Layout(r.type(), computed(r.type())));
  }

  /// All columns, in order.
  public List<Column> columns() {
    return List.copyOf(columns);
  }

  /// Every value of an event, in order of the columns; null is absent.
  public @Nullable Object[] row(DerivedEvent event) {
    @Nullable Object[] cells = new @Nullable Object[columns.size() - firstCell];
    shape.read((Record) event, cells);
    @Nullable Object[] row = new @Nullable Object[columns.size()];
    for (int i = 0; i < firstCell; i++) {
      Function<DerivedEvent, Object> value = columns.get(i).value();
      row[i] = value == null ? null : value.apply(event);
    }
    System.arraycopy(cells, 0, row, firstCell, cells.length);
    return row;
  }

  /// The event of a row.
  public DerivedEvent event(@Nullable Object[] row) {
    @Nullable Object[] cells = new @Nullable Object[columns.size() - firstCell];
    System.arraycopy(row, firstCell, cells, 0, cells.length);
    return (DerivedEvent) shape.event(cells);
  }

  /// The place of a column; a name that is not there is a mistake of the caller's.
  public int place(String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException("no column " + column);
    }
    return place;
  }

  public boolean has(String column) {
    return places.containsKey(column);
  }

  /// New York day of an instant, an epoch day.
  static int dayOf(long tsNanos) {
    return (int) CLOCK.dateAt(tsNanos).toEpochDay();
  }

  /// What can be asked of an event though it is not a component of it.
  static List<Column> computed(Class<?> type) {
    if (type == FlowPacket.class) {
      return List.of(
          whole("cluster_kinds", e -> kinds((FlowPacket) e)),
          ratio("bias", e -> ((FlowPacket) e).quotes().bias()),
          truth("withdrawn", e -> ((FlowPacket) e).isEmpty()));
    }
    if (type == StructureFound.class) {
      return List.of(
          whole("size", e -> ((StructureFound) e).units()),
          truth("withdrawn", e -> ((StructureFound) e).isWithdrawn()));
    }
    if (type == SmartMoneyEvent.class) {
      return List.of(truth("abstained", e -> ((SmartMoneyEvent) e).abstained()));
    }
    if (type == ClassifierHits.class) {
      return List.of(
          whole("classifiers", e -> mask(((ClassifierHits) e).hits())),
          ratio("confidence", e -> best(((ClassifierHits) e).hits())),
          text("direction", e -> direction(((ClassifierHits) e).hits()).name()),
          truth("withdrawn", e -> ((ClassifierHits) e).hits().isEmpty()));
    }
    if (type == AlertChanged.class) {
      return List.of(
          ratio("total", e -> ((AlertChanged) e).score().total()),
          text("state", e -> state((AlertChanged) e)),
          whole("classifiers", e -> mask(((AlertChanged) e).hits())));
    }
    if (type == OffExchangePrint.class) {
      return List.of(whole("notional_micros", e -> ((OffExchangePrint) e).notionalMicros()));
    }
    return List.of();
  }

  /// Where an alert stands: `open`, `resolved` or `suppressed`.
  public static String state(AlertChanged e) {
    return e.isOpen() ? "open" : e.change().name().toLowerCase(Locale.ROOT);
  }

  /// The names of [#state].
  public static List<String> states() {
    return List.of(
        "open",
        AlertChange.RESOLVED.name().toLowerCase(Locale.ROOT),
        AlertChange.SUPPRESSED.name().toLowerCase(Locale.ROOT));
  }

  private static long kinds(FlowPacket packet) {
    long mask = 0;
    for (PacketCluster cluster : packet.clusters()) {
      mask |= 1L << cluster.kind().ordinal();
    }
    return mask;
  }

  private static long mask(List<ClassifierHit> hits) {
    long mask = 0;
    for (ClassifierHit hit : hits) {
      mask |= 1L << hit.classifier().ordinal();
    }
    return mask;
  }

  private static double best(List<ClassifierHit> hits) {
    double best = 0;
    for (ClassifierHit hit : hits) {
      best = Math.max(best, hit.confidence());
    }
    return best;
  }

  private static Sentiment direction(List<ClassifierHit> hits) {
    double best = best(hits);
    for (ClassifierHit hit : hits) {
      if (hit.confidence() >= best) {
        return hit.direction();
      }
    }
    return Sentiment.NEUTRAL;
  }

  private static Column whole(String name, Function<DerivedEvent, Object> value) {
    return new Column(name, Shape.Kind.WHOLE, value);
  }

  private static Column ratio(String name, Function<DerivedEvent, Object> value) {
    return new Column(name, Shape.Kind.RATIO, value);
  }

  private static Column truth(String name, Function<DerivedEvent, Object> value) {
    return new Column(name, Shape.Kind.TRUTH, value);
  }

  private static Column text(String name, Function<DerivedEvent, Object> value) {
    return new Column(name, Shape.Kind.TEXT, value);
  }
}
