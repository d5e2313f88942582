package io.truetape.server.contract;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Holds a real answer against the record that claims to describe it: names, order and types.
public final class Conformance {
  private final List<String> faults = new ArrayList<>();

  /// Everything in which `node` differs from `type`, each with its place; empty when it conforms.
  public static List<String> faults(JsonNode node, Class<? extends Record> type) {
    Conformance check = new Conformance();
    check.record(type.getSimpleName(), node, type);
    return List.copyOf(check.faults);
  }

  private void record(String at, JsonNode node, Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    boolean tuple = type.isAnnotationPresent(Wire.Tuple.class);
    if (tuple ? !node.isArray() || node.size() != components.length : !node.isObject()) {
      faults.add(at + ": not a " + (tuple ? components.length + "-tuple" : "object"));
      return;
    }
    List<String> wanted =
        Stream.of(components)
            .filter(c -> !c.isAnnotationPresent(Wire.Optional.class) || node.has(c.getName()))
            .map(RecordComponent::getName)
            .toList();
    List<String> found = new ArrayList<>(node.propertyNames());
    if (!tuple && !found.equals(wanted)) {
      faults.add(at + ": has " + found + " instead of " + wanted);
      return;
    }
    for (int i = 0; i < components.length; i++) {
      RecordComponent c = components[i];
      JsonNode value = tuple ? node.path(i) : node.path(c.getName());
      if (!value.isMissingNode()) {
        component(at + "." + c.getName(), value, c);
      }
    }
  }

  private void component(String at, JsonNode node, RecordComponent c) {
    if (node.isNull()) {
      if (!TypeScript.isNullable(c)) {
        faults.add(at + ": null");
      }
      return;
    }
    value(at, node, c.getGenericType(), c.isAnnotationPresent(Wire.Lower.class));
  }

  private void value(String at, JsonNode node, Type type, boolean lower) {
    if (type == String.class) {
      expect(at, node, node.isString());
    } else if (type == boolean.class || type == Boolean.class) {
      expect(at, node, node.isBoolean());
    } else if (type instanceof ParameterizedType p && p.getRawType() == List.class) {
      expect(at, node, node.isArray());
      node.forEach(n -> value(at + "[]", n, p.getActualTypeArguments()[0], false));
    } else if (type instanceof ParameterizedType p && p.getRawType() == Map.class) {
      expect(at, node, node.isObject());
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        value(at + "." + entry.getKey(), entry.getValue(), p.getActualTypeArguments()[1], false);
      }
    } else if (type instanceof Class<?> c && c.isEnum()) {
      expect(at, node, node.isString() && names(c, lower).contains(node.asString()));
    } else if (type instanceof Class<?> c && c.isRecord()) {
      record(at, node, c);
    } else {
      expect(at, node, node.isNumber());
    }
  }

  private static List<String> names(Class<?> type, boolean lower) {
    return Stream.of(type.getEnumConstants())
        .map(v -> ((Enum<?>) v).name())
        .map(n -> lower ? n.toLowerCase(Locale.ROOT) : n)
        .toList();
  }

  private void expect(String at, JsonNode node, boolean holds) {
    if (!holds) {
      faults.add(at + ": " + node);
    }
  }
}
