package io.truetape.store.query.meaning;

import io.truetape.model.event.derived.exposure.BucketExposure;
import io.truetape.model.event.derived.exposure.FlipPoint;
import io.truetape.model.event.derived.strikes.StrikeRow;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An event type as a row: every component, of nested records too, is one typed column.
///
/// `tape.premiumMicros` becomes `tape_premium_micros`. Whole numbers are `BIGINT`, doubles `DOUBLE`,
/// truths `BOOLEAN`, enums and texts `VARCHAR`, lists JSON in a `VARCHAR`. What an event words as
/// absent (a mark below zero, a `has...` that is false) is null in the row and comes back as the
/// mark.
public final class Shape {
  /// Components that say "absent" by a value below zero.
  private static final Set<String> BELOW_ZERO_IS_ABSENT =
      Set.of(
          "premiumRank",
          "contractRank",
          "spreadRank",
          "spreadBps",
          "wideSpreadBps",
          "sigScore",
          "ivFirst",
          "ivLast",
          "ivShock",
          "iv",
          "daysToEarnings",
          "openInterest",
          "interFillNanos",
          "callIv",
          "putIv",
          "callOi",
          "putOi",
          "bidMicros",
          "askMicros");

  /// Components that say "absent" by zero.
  private static final Set<String> ZERO_IS_ABSENT =
      Set.of(
          "callWallMicros",
          "putWallMicros",
          "flipTsNanos",
          "focusMicros",
          "callLastMicros",
          "putLastMicros");

  /// Components that mean something only when another one of their record is true.
  private static final Map<String, String> NEEDS =
      Map.of(
          "premiumZ", "hasZ",
          "otmPct", "hasSpot",
          "spotDoubleMicros", "hasSpot",
          "delta", "hasDelta",
          "netDelta", "hasDelta",
          "netBidMicros", "hasNet",
          "netAskMicros", "hasNet",
          "naive", "isNaive",
          "flow", "isFlow");

  private static final Set<String> OF_DELTA =
      Set.of("signedDelta", "weightedDelta", "weightedGamma");

  private static final Map<Class<?>, List<RecordComponent>> COMPONENTS = new ConcurrentHashMap<>();
  private final Branch root;
  private final List<Cell> cells = new ArrayList<>();

  private Shape(Class<?> type) {
    root = branch("", type);
  }

  public static Shape of(Class<? extends Record> type) {
    return new Shape(type);
  }

  /// What a cell holds.
  public enum Kind {
    WHOLE,
    RATIO,
    TRUTH,
    TEXT,
    LIST
  }

  /// One column: its name, what it holds, and the component it comes from.
  public record Cell(String column, Kind kind, RecordComponent component) {}

  private record Part(RecordComponent component, int cell, @Nullable Branch inner, int flag) {}

  private record Branch(Constructor<?> constructor, List<Part> parts) {}

  /// The columns, in order of the components.
  public List<Cell> cells() {
    return List.copyOf(cells);
  }

  /// Writes an event's values into `row`, one per cell: Long, Double, Boolean, String or null.
  public void read(Record event, @Nullable Object[] row) {
    read(root, event, row);
  }

  /// The event that [#read] was given, out of its row.
  public Record event(@Nullable Object[] row) {
    return (Record) make(root, row);
  }

  /// True when this component's value, of this record, stands for "absent".
  public static boolean isAbsent(RecordComponent c, Record of) {
    Object value = get(c, of);
    if (value instanceof Number n && absent(c, n)) {
      return true;
    }
    if (value instanceof Double d && d.isNaN()) {
      return true;
    }
    if (isUnresolved(c.getName(), of)) {
      return true;
    }
    String flag = NEEDS.get(c.getName());
    if (flag == null) {
      return false;
    }
    for (RecordComponent other : components(of.getClass())) {
      if (other.getName().equals(flag)) {
        return Boolean.FALSE.equals(get(other, of));
      }
    }
    return false;
  }

  /// What its record says could not be resolved: a sum of nothing that was priced is not zero.
  private static boolean isUnresolved(String name, Record of) {
    return switch (of) {
      case BucketExposure b ->
          switch (name) {
            case "naive", "allShort" -> b.pricedInterest() == 0;
            case "flow", "flowBand" -> !b.isResolved();
            default -> false;
          };
      case FlipPoint f -> name.equals("gex") && !f.isResolved() && f.gex() == 0;
      case StrikeRow r -> OF_DELTA.contains(name) && r.deltaVolume() == 0;
      default -> false;
    };
  }

  private static boolean mayBeUnresolved(RecordComponent c) {
    Class<?> of = c.getDeclaringRecord();
    String name = c.getName();
    return (of == BucketExposure.class
            && Set.of("naive", "allShort", "flow", "flowBand").contains(name))
        || (of == FlipPoint.class && name.equals("gex"))
        || (of == StrikeRow.class && OF_DELTA.contains(name));
  }

  /// True when some event may word this component as absent.
  public static boolean mayBeAbsent(RecordComponent c) {
    return isBelowZeroAbsent(c)
        || mayBeUnresolved(c)
        || ZERO_IS_ABSENT.contains(c.getName())
        || (NEEDS.containsKey(c.getName()) && !c.getType().isRecord());
  }

  /// Components of a record type, looked up once.
  public static List<RecordComponent> components(Class<?> type) {
    return COMPONENTS.computeIfAbsent(
        type,
        t -> {
          List<RecordComponent> found = List.of(t.getRecordComponents());
          found.forEach(c -> c.getAccessor().setAccessible(true));
          return found;
        });
  }

  /// The value of a component.
  public static @Nullable Object get(RecordComponent c, Record of) {
    try {
      return c.getAccessor().invoke(of);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a record answers for its components: " + c, e);
    }
  }

  private Branch branch(String prefix, Class<?> type) {
    List<Part> parts = new ArrayList<>();
    List<RecordComponent> components = components(type);
    for (RecordComponent c : components) {
      String column = prefix + snake(c.getName());
      if (c.getType().isRecord()) {
        parts.add(new Part(c, -1, branch(column + "_", c.getType()), -1));
      } else {
        cells.add(new Cell(column, kind(c.getType()), c));
        parts.add(new Part(c, cells.size() - 1, null, -1));
      }
    }
    parts.replaceAll(p -> new Part(p.component(), p.cell(), p.inner(), flag(p, parts)));
    return new Branch(constructor(type), List.copyOf(parts));
  }

  private static int flag(Part part, List<Part> parts) {
    String name = NEEDS.get(part.component().getName());
    for (Part other : parts) {
      if (other.component().getName().equals(name)) {
        return other.cell();
      }
    }
    return -1;
  }

  private static Kind kind(Class<?> type) {
    if (type == long.class || type == int.class) {
      return Kind.WHOLE;
    }
    if (type == double.class) {
      return Kind.RATIO;
    }
    if (type == boolean.class) {
      return Kind.TRUTH;
    }
    if (type == List.class) {
      return Kind.LIST;
    }
    if (type == String.class || type.isEnum()) {
      return Kind.TEXT;
    }
    throw new IllegalArgumentException("no column for " + type);
  }

  private static void read(Branch branch, Record of, @Nullable Object[] row) {
    List<Part> parts = branch.parts();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      Object value = get(part.component(), of);
      if (part.inner() != null) {
        read(part.inner(), (Record) java.util.Objects.requireNonNull(value), row);
      } else {
        row[part.cell()] = cell(part, value);
      }
    }
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part.flag() >= 0 && Boolean.FALSE.equals(row[part.flag()])) {
        row[part.cell()] = null;
      }
    }
  }

  private static @Nullable Object cell(Part part, @Nullable Object value) {
    return switch (value) {
      case Integer n -> absent(part.component(), n) ? null : (Object) (long) n;
      case Long n -> absent(part.component(), n) ? null : n;
      case Double n -> n.isNaN() || absent(part.component(), n) ? null : n;
      case Enum<?> name -> name.name();
      case List<?> list -> ListText.write(list);
      case null, default -> value;
    };
  }

  private static boolean absent(RecordComponent c, Number n) {
    double value = n.doubleValue();
    return (value < 0 && isBelowZeroAbsent(c))
        || (value == 0 && ZERO_IS_ABSENT.contains(c.getName()));
  }

  private static boolean isBelowZeroAbsent(RecordComponent c) {
    return BELOW_ZERO_IS_ABSENT.contains(c.getName());
  }

  private static Object make(Branch branch, @Nullable Object[] row) {
    List<Part> parts = branch.parts();
    @Nullable Object[] values = new @Nullable Object[parts.size()];
    for (int i = 0; i < values.length; i++) {
      Part part = parts.get(i);
      values[i] = part.inner() != null ? make(part.inner(), row) : restored(part, row[part.cell()]);
    }
    return make(branch.constructor(), values);
  }

  private static @Nullable Object restored(Part part, @Nullable Object value) {
    Class<?> type = part.component().getType();
    if (value == null) {
      boolean mark = isBelowZeroAbsent(part.component()) && part.flag() < 0;
      return scalar(type, mark ? "-1" : "0");
    }
    return switch (value) {
      case Long n when type == int.class -> (Object) Math.toIntExact(n);
      case String text when type == List.class ->
          ListText.read(
              text,
              ((ParameterizedType) part.component().getGenericType()).getActualTypeArguments()[0]);
      case String text when type.isEnum() -> scalar(type, text);
      default -> value;
    };
  }

  static Object make(Constructor<?> constructor, @Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + constructor.getDeclaringClass(), e);
    }
  }

  static Constructor<?> constructor(Class<?> type) {
    Class<?>[] types =
        Stream.of(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class[]::new);
    try {
      return type.getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has this constructor: " + type, e);
    }
  }

  /// A text as a value of a simple type.
  static Object scalar(Class<?> type, String text) {
    if (type == long.class || type == Long.class) {
      return Long.parseLong(text);
    }
    if (type == int.class || type == Integer.class) {
      return Integer.parseInt(text);
    }
    if (type == double.class || type == Double.class) {
      return text.equals("null") ? Double.NaN : Double.parseDouble(text);
    }
    if (type == boolean.class || type == Boolean.class) {
      return text.equals("true");
    }
    if (type.isEnum()) {
      for (Object constant : type.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(text)) {
          return constant;
        }
      }
      throw new IllegalArgumentException(type.getSimpleName() + " has no " + text);
    }
    return text;
  }

  static String snake(String camel) {
    return camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
