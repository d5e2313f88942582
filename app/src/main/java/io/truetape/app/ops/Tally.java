package io.truetape.app.ops;

import io.truetape.model.event.Event;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.source.ContractListed;
import io.truetape.model.event.source.EquityPrint;
import io.truetape.model.event.source.Gap;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.event.source.Rejected;
import io.truetape.model.event.source.SymbolListed;
import io.truetape.model.market.SaleCondition;
import io.truetape.model.price.Price;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// Counts what a log holds, for the summary of an import or a replay.
///
/// `prints`, `volume` and `premium` are of trade reports as received; cancel reports are counted
/// apart, and `netVolume` has them taken off.
public final class Tally {
  private final long[] kinds = new long[EventKind.values().length];
  private final Map<String, Long> reasons = new TreeMap<>();
  private int[] multipliers = new int[1_024];
  private long optionPrints;
  private long optionVolume;
  private long premiumMicros;
  private long cancels;
  private long cancelledVolume;
  private long equityPrints;
  private long equityVolume;
  private long gaps;
  private long firstNanos = Long.MAX_VALUE;
  private long lastNanos = Long.MIN_VALUE;

  public void add(Event event) {
    kinds[event.kind().ordinal()]++;
    switch (event) {
      case OptionPrint p -> option(p);
      case EquityPrint p -> {
        equityPrints++;
        equityVolume += p.size();
        seen(p.sourceTsNanos());
      }
      case ContractListed c -> list(c);
      case Rejected r -> reasons.merge(r.reason(), 1L, Long::sum);
      case Gap g -> gaps += Math.max(1, g.count());
      case SymbolListed _ -> {}
      default -> {}
    }
  }

  private void option(OptionPrint p) {
    seen(p.sourceTsNanos());
    if (SaleCondition.of(p.condition()).isCancel()) {
      cancels++;
      cancelledVolume += p.size();
      return;
    }
    optionPrints++;
    optionVolume += p.size();
    premiumMicros =
        Math.addExact(
            premiumMicros, Price.premium(p.priceMicros(), p.size(), multipliers[p.contract()]));
  }

  private void list(ContractListed listed) {
    if (listed.contract() >= multipliers.length) {
      multipliers =
          Arrays.copyOf(multipliers, Math.max(listed.contract() + 1, multipliers.length * 2));
    }
    multipliers[listed.contract()] = listed.terms().multiplier();
  }

  private void seen(long tsNanos) {
    firstNanos = Math.min(firstNanos, tsNanos);
    lastNanos = Math.max(lastNanos, tsNanos);
  }

  public long rejected() {
    return kinds[EventKind.REJECTED.ordinal()];
  }

  public long total() {
    return Arrays.stream(kinds).sum();
  }

  /// Counts by kind, only those that occurred.
  public Map<EventKind, Long> byKind() {
    Map<EventKind, Long> counts = new EnumMap<>(EventKind.class);
    for (EventKind kind : EventKind.values()) {
      if (kinds[kind.ordinal()] > 0) {
        counts.put(kind, kinds[kind.ordinal()]);
      }
    }
    return counts;
  }

  /// The summary as plain fields, in the order people read them.
  public Map<String, Object> fields(java.util.function.LongFunction<String> time) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("prints", optionPrints + equityPrints);
    out.put("optionPrints", optionPrints);
    out.put("equityPrints", equityPrints);
    out.put("volume", optionVolume + equityVolume);
    out.put("optionVolume", optionVolume);
    out.put("equityVolume", equityVolume);
    out.put("premium", new java.math.BigDecimal(Price.format(premiumMicros)));
    out.put("cancels", cancels);
    out.put("netVolume", optionVolume - cancelledVolume + equityVolume);
    out.put("rejected", rejected());
    out.put("rejectedReasons", reasons);
    out.put("gaps", gaps);
    out.put("first", firstNanos == Long.MAX_VALUE ? "" : time.apply(firstNanos));
    out.put("last", lastNanos == Long.MIN_VALUE ? "" : time.apply(lastNanos));
    Map<String, Long> counts = new LinkedHashMap<>();
    byKind().forEach((kind, n) -> counts.put(kind.text(), n));
    out.put("events", counts);
    return out;
  }
}
