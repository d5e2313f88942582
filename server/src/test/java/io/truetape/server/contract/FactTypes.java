package io.truetape.server.contract;

import io.truetape.model.event.derived.exposure.BucketExposure;
import io.truetape.model.event.derived.meaning.AlertScore;
import io.truetape.model.event.derived.meaning.Condition;
import io.truetape.model.event.derived.strikes.StrikeRow;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.QuoteLocation;
import io.truetape.model.symbol.Contract;
import io.truetape.store.query.meaning.Resource;
import io.truetape.store.query.meaning.Shape;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Rows of conclusions as TypeScript, by the wording of `FactJson`.
public final class FactTypes {
  /// One property of a row.
  public record Field(String name, String type) {}

  private final Map<String, String> interfaces = new TreeMap<>();

  /// All interfaces, one per resource (`PacketsRow`) and one per record inside.
  public String text() {
    for (Resource resource : Resource.values()) {
      put(rowName(resource), row(resource));
    }
    return String.join("\n", interfaces.values());
  }

  private static String rowName(Resource resource) {
    return Stream.of(resource.name().split("_", -1))
            .map(w -> w.charAt(0) + w.substring(1).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining())
        + "Row";
  }

  /// The properties of a resource's rows, in order.
  public List<Field> row(Resource resource) {
    List<Field> own = fields(resource.type());
    List<Field> out = new ArrayList<>();
    out.add(new Field("id", "string"));
    out.add(new Field("causeSeq", "number"));
    out.add(new Field("basis", "'reported' | 'measured' | 'inferred'"));
    if (own.stream().noneMatch(f -> f.name().equals("tsNanos"))) {
      out.add(new Field("ts", "string | null"));
      out.add(new Field("tsNanos", "string | null"));
    }
    out.addAll(own);
    if (resource == Resource.ALERTS) {
      out.add(new Field("state", "'open' | 'resolved' | 'suppressed'"));
      out.add(new Field("acked", "boolean"));
      out.add(new Field("ackedAt", "string | null"));
      out.add(new Field("muted", "boolean"));
      out.add(new Field("mutedUntil", "string | null"));
    }
    return out;
  }

  private List<Field> fields(Class<?> type) {
    List<Field> out = new ArrayList<>();
    for (RecordComponent c : Shape.components(type)) {
      add(out, c);
    }
    if (type == AlertScore.class) {
      out.add(new Field("total", "number"));
    } else if (type == Condition.class) {
      out.add(new Field("sign", "string"));
      out.add(new Field("margin", "number | null"));
    } else if (type == BucketExposure.class) {
      out.add(new Field("resolved", "boolean"));
      out.add(new Field("pricedPercent", "number | null"));
    } else if (type == StrikeRow.class) {
      out.add(new Field("putCallRatio", "number | null"));
    } else if (type == Contract.class) {
      out.add(new Field("osi", "string | null"));
    }
    if (out.stream().map(Field::name).distinct().count() != out.size()) {
      throw new IllegalStateException(type.getSimpleName() + " says one name twice: " + out);
    }
    return out;
  }

  private void add(List<Field> out, RecordComponent c) {
    String name = c.getName();
    String none = Shape.mayBeAbsent(c) ? " | null" : "";
    if (c.getType() == int.class && (name.equals("symbol") || name.equals("contractId"))) {
      return;
    }
    if (c.getType() == int.class && name.endsWith("Day")) {
      out.add(new Field(name.substring(0, name.length() - 3), "string"));
    } else if (c.getType() == int.class && name.equals("venue")) {
      out.add(new Field(name, "string"));
    } else if (c.getType() == long.class && name.equals("chips")) {
      out.add(new Field(name, "readonly string[]"));
    } else if (c.getType() == long.class && name.endsWith("DoubleMicros")) {
      out.add(new Field(name.substring(0, name.length() - 12), "number" + none));
    } else if (c.getType() == long.class && name.endsWith("Micros")) {
      out.add(new Field(name.substring(0, name.length() - 6), "number" + none));
    } else if (c.getType() == long.class && isInstant(name)) {
      out.add(new Field(name.substring(0, name.length() - 5), "string | null"));
      out.add(new Field(name, "string | null"));
    } else {
      out.add(new Field(name, of(c.getGenericType()) + none));
    }
  }

  private static boolean isInstant(String name) {
    return name.endsWith("TsNanos")
        || name.endsWith("SeenNanos")
        || List.of("tsNanos", "startNanos", "fromNanos", "toNanos").contains(name);
  }

  private String of(Type type) {
    if (type instanceof ParameterizedType p) {
      String element = of(p.getActualTypeArguments()[0]);
      return "readonly " + (element.contains("|") ? "(" + element + ")" : element) + "[]";
    }
    Class<?> c = (Class<?>) type;
    if (c == boolean.class) {
      return "boolean";
    }
    if (c == String.class || c == FeedId.class) {
      return "string";
    }
    if (c.isEnum()) {
      boolean upper = c == QuoteLocation.class;
      return Stream.of(c.getEnumConstants())
          .map(v -> ((Enum<?>) v).name())
          .map(n -> "'" + (upper ? n : n.toLowerCase(Locale.ROOT)) + "'")
          .collect(Collectors.joining(" | "));
    }
    if (c.isRecord()) {
      put(c.getSimpleName(), fields(c));
      return c.getSimpleName();
    }
    return "number";
  }

  private void put(String name, List<Field> fields) {
    StringBuilder out = new StringBuilder("export interface " + name + " {\n");
    fields.forEach(f -> out.append("  readonly %s: %s;%n".formatted(f.name(), f.type())));
    interfaces.put(name, out.append("}\n").toString());
  }
}
