package io.truetape.pipeline.normalize;

import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.source.EquityPrint;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.market.JoinQuality;

/// A print in the waiting room. Order: exchange time, then what the print says, then the log.
///
/// The tie-break uses the print's own words before its log position, so that two arrivals of the
/// same prints in different order leave in the same order.
record Waiting(SourceEvent event, long seq, JoinQuality arrival, String name)
    implements Comparable<Waiting> {

  @Override
  public int compareTo(Waiting other) {
    int order = Long.compare(event.sourceTsNanos(), other.event.sourceTsNanos());
    if (order == 0) {
      order = Long.compare(sequence(), other.sequence());
    }
    if (order == 0) {
      order = name.compareTo(other.name);
    }
    if (order == 0) {
      order = Long.compare(price(), other.price());
    }
    if (order == 0) {
      order = Integer.compare(size(), other.size());
    }
    return order == 0 ? Long.compare(seq, other.seq) : order;
  }

  private long sequence() {
    return switch (event) {
      case OptionPrint p -> p.vendorSequence();
      case EquityPrint p -> p.vendorSequence();
      default -> 0;
    };
  }

  private long price() {
    return switch (event) {
      case OptionPrint p -> p.priceMicros();
      case EquityPrint p -> p.priceMicros();
      default -> 0;
    };
  }

  private int size() {
    return switch (event) {
      case OptionPrint p -> p.size();
      case EquityPrint p -> p.size();
      default -> 0;
    };
  }
}
