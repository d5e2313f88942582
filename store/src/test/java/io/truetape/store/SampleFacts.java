package io.truetape.store;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.symbol.Contract;
import io.truetape.store.query.meaning.Resource;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/// Seeded conclusions of every kind in which every component varies and what may be absent is.
public final class SampleFacts {
  private static final Set<String> MAY_BE_ABSENT =
      Set.of("premiumRank", "contractRank", "spreadRank", "sigScore", "iv", "openInterest");
  private static final Map<String, String> FLAGS =
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
  private final SplittableRandom random;
  private final List<Contract> contracts;
  private long seq;

  public SampleFacts(long seed) {
    random = new SplittableRandom(seed);
    contracts = new SamplePrints(seed).contracts();
  }

  /// A new conclusion `offsetNanos` after the open, about a name of its own.
  public DerivedEvent next(Resource resource, long offsetNanos) {
    seq++;
    return (DerivedEvent) record(resource.type(), SamplePrints.OPEN_NANOS + offsetNanos);
  }

  /// The same with some components set: `with(alert, Map.of("revision", 3))`.
  public static DerivedEvent with(DerivedEvent event, Map<String, Object> values) {
    RecordComponent[] components = event.getClass().getRecordComponents();
    Object[] all = new Object[components.length];
    try {
      for (int i = 0; i < all.length; i++) {
        String name = components[i].getName();
        all[i] =
            values.containsKey(name) ? values.get(name) : components[i].getAccessor().invoke(event);
      }
      return (DerivedEvent) constructor(event.getClass()).newInstance(all);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot copy " + event, e);
    }
  }

  private Object record(Class<?> type, long ts) {
    if (type == Contract.class) {
      return contracts.get(random.nextInt(contracts.size()));
    }
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    List<String> names = Arrays.stream(components).map(RecordComponent::getName).toList();
    for (int i = 0; i < values.length; i++) {
      values[i] = value(names.get(i), components[i].getGenericType(), ts);
    }
    for (int i = 0; i < values.length; i++) {
      String flag = FLAGS.get(names.get(i));
      if (flag != null
          && names.contains(flag)
          && Boolean.FALSE.equals(values[names.indexOf(flag)])) {
        values[i] = components[i].getType() == double.class ? (Object) 0.0 : (Object) 0L;
      }
    }
    try {
      return constructor(type).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + type + " of " + Arrays.toString(values), e);
    }
  }

  private static Constructor<?> constructor(Class<?> type) throws NoSuchMethodException {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class[]::new);
    return type.getDeclaredConstructor(types);
  }

  private Object value(String name, Type type, long ts) {
    if (type instanceof ParameterizedType p) {
      List<Object> out = new ArrayList<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        out.add(value("element", p.getActualTypeArguments()[0], ts));
      }
      return out;
    }
    boolean absent = MAY_BE_ABSENT.contains(name) && random.nextInt(4) == 0;
    if (type == long.class || type == Long.class) {
      return absent ? -1L : whole(name, ts);
    }
    if (type == int.class) {
      return name.equals("revision") ? 0 : random.nextInt(1, 30_000);
    }
    if (type == double.class) {
      return absent ? -1.0 : random.nextInt(1_001) / 1_000.0;
    }
    if (type == boolean.class) {
      return random.nextBoolean();
    }
    if (type == String.class) {
      return text(name);
    }
    Class<?> raw = (Class<?>) type;
    if (raw.isEnum()) {
      Object[] all = raw.getEnumConstants();
      return all[random.nextInt(all.length)];
    }
    return record(raw, ts);
  }

  private Object whole(String name, long ts) {
    if (name.endsWith("Seq") || name.equals("seq")) {
      return seq;
    }
    if (name.equals("startNanos")) {
      return ts / 60_000_000_000L * 60_000_000_000L + seq;
    }
    if (name.endsWith("Nanos")) {
      return ts;
    }
    return random.nextLong(1, 9_000_000_000L);
  }

  private String text(String name) {
    return switch (name) {
      case "kind" -> random.nextBoolean() ? "packet" : "structure";
      case "rule" -> "standard";
      case "underlying", "symbolText" -> random.nextBoolean() ? "SPY" : "TSLA";
      default -> "why \"%d\" \\ ü\n".formatted(random.nextInt(9));
    };
  }
}
