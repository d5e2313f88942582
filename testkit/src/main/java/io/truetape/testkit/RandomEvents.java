package io.truetape.testkit;

import io.truetape.model.baseline.Baseline;
import io.truetape.model.baseline.BucketCount;
import io.truetape.model.baseline.ContractBaseline;
import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.Event;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.TradeEvent;
import io.truetape.model.event.control.RuleValue;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.Right;
import io.truetape.model.market.VendorGreeks;
import io.truetape.model.symbol.Contract;
import io.truetape.testkit.Property.Gen;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Random events of every logged kind, made from the records' own declarations, so that a new event
/// or field is covered the moment it exists.
public final class RandomEvents {
  private RandomEvents() {}

  /// All record types that may stand in the log.
  public static List<Class<?>> loggedTypes() {
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> family : List.of(SourceEvent.class, ControlEvent.class, TradeEvent.class)) {
      types.addAll(Arrays.asList(family.getPermittedSubclasses()));
    }
    return types;
  }

  /// One random event of a type.
  public static Event of(Class<?> type, Gen gen) {
    return (Event) record(type, gen);
  }

  private static Object record(Class<?> type, Gen gen) {
    try {
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] types = new Class<?>[components.length];
      Object[] values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        values[i] = value(components[i], gen);
      }
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("cannot make a " + type, e);
    }
  }

  private static Object value(RecordComponent component, Gen gen) {
    Class<?> type = component.getType();
    if (type == long.class) {
      return gen.between(Long.MIN_VALUE / 2, Long.MAX_VALUE / 2);
    }
    if (type == int.class) {
      return gen.between(Integer.MIN_VALUE / 2, Integer.MAX_VALUE / 2);
    }
    if (type == boolean.class) {
      return gen.chance(0.5);
    }
    if (type == char.class) {
      return (char) gen.between(32, 126);
    }
    if (type == double.class) {
      return gen.random().nextDouble() * 100;
    }
    if (type == String.class) {
      return gen.text(20);
    }
    if (type.isEnum()) {
      return gen.oneOf(type.getEnumConstants());
    }
    if (type == List.class) {
      return component.getName().equals("values")
          ? List.of(new RuleValue(gen.text(9), gen.text(9)), new RuleValue("a.b", "1"))
          : List.of(gen.text(9), gen.text(9));
    }
    if (type == Contract.class) {
      return contract(gen);
    }
    if (type == Nbbo.class) {
      return gen.chance(0.3)
          ? Nbbo.NONE
          : new Nbbo(gen.between(-1L, 1L << 40), gen.between(-1L, 1L << 40), 7, 9, 1 + gen.size());
    }
    if (type == VendorGreeks.class) {
      return gen.chance(0.5) ? VendorGreeks.NONE : new VendorGreeks(0.25, 0.5, 0.01, -0.02, 0.1);
    }
    if (type == Baseline.class) {
      return baseline(gen);
    }
    throw new AssertionError("no random " + type + " for " + component);
  }

  private static Baseline baseline(Gen gen) {
    List<BucketCount> buckets =
        List.of(new BucketCount(3, gen.between(1L, 9L)), new BucketCount(359, 1L << 40));
    ContractBaseline contract =
        new ContractBaseline(gen.text(6), gen.oneOf(Right.values()), 20_000, 600_000_000L, buckets);
    List<ContractBaseline> contracts = gen.chance(0.5) ? List.of() : List.of(contract);
    return new Baseline(gen.between(0, 20), 1, 2, 3, 4, 5, buckets, List.of(), buckets, contracts);
  }

  /// A random listed contract: plain and adjusted roots, weeklies, half-dollar and large strikes.
  public static Contract contract(Gen gen) {
    String root =
        gen.oneOf("SPY", "SPXW", "SPX", "AAPL", "AAPL1", "BRKB", "F", "GOOGL", "NDXP", "VIX");
    int day = 19_000 + gen.between(0, 5_000);
    long strike = gen.oneOf(500_000L, 1_000_000L, 500L, 1_234_500L) * gen.between(1, 6_000);
    strike = Math.max(1_000, strike - strike % 1_000);
    return Contract.standard(root, day, gen.oneOf(Right.values()), strike);
  }
}
