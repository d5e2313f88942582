package io.truetape.pipeline.legs;

import io.truetape.model.symbol.Contract;
import io.truetape.pipeline.table.PrintFacts;
import java.util.ArrayList;
import java.util.List;

/// The prints of one contract in one execution, added up.
final class Leg {
  private final List<PrintFacts> prints = new ArrayList<>(2);
  private long size;

  Leg(PrintFacts first) {
    add(first);
  }

  void add(PrintFacts print) {
    prints.add(print);
    size += print.size();
  }

  void addAll(Leg other) {
    other.prints.forEach(this::add);
  }

  PrintFacts first() {
    return prints.getFirst();
  }

  List<PrintFacts> prints() {
    return prints;
  }

  Contract contract() {
    return first().contract();
  }

  int contractId() {
    return first().contractId();
  }

  long size() {
    return size;
  }

  boolean isCall() {
    return contract().isCall();
  }

  long strike() {
    return contract().strikeMicros();
  }

  int expiry() {
    return contract().expiryDay();
  }

  /// Size-weighted place in the spread, -0.5 at the bid to 0.5 at the ask; 0 when unknown.
  double lean() {
    double sum = 0;
    for (PrintFacts print : prints) {
      sum += print.lean() * print.size();
    }
    return sum / size;
  }

  /// Size-weighted price, rounded half up.
  long priceMicros() {
    long notional = 0;
    for (PrintFacts print : prints) {
      notional += print.priceMicros() * print.size();
    }
    return Math.floorDiv(2 * notional + size, 2 * size);
  }

  long premiumMicros() {
    long sum = 0;
    for (PrintFacts print : prints) {
      sum += print.premiumMicros();
    }
    return sum;
  }
}
