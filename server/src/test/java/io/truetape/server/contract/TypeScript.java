package io.truetape.server.contract;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Words Java records as TypeScript interfaces, enums as unions of texts.
final class TypeScript {
  private static final Set<Type> NUMBERS =
      Set.of(
          int.class,
          long.class,
          double.class,
          Integer.class,
          Long.class,
          Double.class,
          BigDecimal.class);
  private final Map<String, String> unions = new TreeMap<>();

  /// The file's text: unions first, then the records in the order given.
  String file(List<Class<? extends Record>> records, String head) {
    String interfaces = records.stream().map(this::record).collect(Collectors.joining("\n"));
    StringBuilder out = new StringBuilder(head);
    unions.forEach((name, union) -> out.append(union));
    return out.append('\n').append(interfaces).toString();
  }

  private String record(Class<? extends Record> type) {
    StringBuilder out = new StringBuilder();
    if (type.isAnnotationPresent(Wire.Tuple.class)) {
      String parts =
          Stream.of(type.getRecordComponents())
              .map(c -> c.getName() + ": " + of(c))
              .collect(Collectors.joining(", "));
      return out.append("export type %s = [%s];%n".formatted(type.getSimpleName(), parts))
          .toString();
    }
    out.append("export interface %s {%n".formatted(type.getSimpleName()));
    for (RecordComponent c : type.getRecordComponents()) {
      String mark = c.isAnnotationPresent(Wire.Optional.class) ? "?" : "";
      String nothing = isNullable(c) ? " | null" : "";
      out.append("  readonly %s%s: %s%s;%n".formatted(c.getName(), mark, of(c), nothing));
    }
    return out.append("}\n").toString();
  }

  static boolean isNullable(RecordComponent c) {
    AnnotatedType type = c.getAnnotatedType();
    return type.isAnnotationPresent(Nullable.class);
  }

  private String of(RecordComponent c) {
    return of(c.getGenericType(), c.isAnnotationPresent(Wire.Lower.class));
  }

  private String of(Type type, boolean lower) {
    if (NUMBERS.contains(type)) {
      return "number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "boolean";
    }
    if (type == String.class) {
      return "string";
    }
    if (type instanceof ParameterizedType p && p.getRawType() == List.class) {
      return "readonly %s[]".formatted(of(p.getActualTypeArguments()[0], false));
    }
    if (type instanceof ParameterizedType p && p.getRawType() == Map.class) {
      return "Readonly<Record<string, %s>>".formatted(of(p.getActualTypeArguments()[1], false));
    }
    if (type instanceof Class<?> c && c.isEnum()) {
      return union(c, lower);
    }
    if (type instanceof Class<?> c && c.isRecord()) {
      return c.getSimpleName();
    }
    throw new IllegalArgumentException("no TypeScript for " + type);
  }

  private String union(Class<?> type, boolean lower) {
    String names =
        Stream.of(type.getEnumConstants())
            .map(v -> ((Enum<?>) v).name())
            .map(n -> "'" + (lower ? n.toLowerCase(Locale.ROOT) : n) + "'")
            .collect(Collectors.joining(" | "));
    String name = type.getSimpleName();
    unions.put(name, "export type %s = %s;%n".formatted(name, names));
    return name;
  }
}
