package io.truetape.model.event.derived;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.market.JoinQuality;
import io.truetape.model.market.SaleCondition;
import io.truetape.model.price.Price;
import io.truetape.model.symbol.Contract;
import io.truetape.model.time.SessionPhase;

/// A print whose contract, session and sale condition are understood, in event-time order.
///
/// | component | meaning |
/// |---|---|
/// | `printSeq` | where the print stands in the log; its name everywhere |
/// | `tradeDay` | New York epoch day of the exchange time |
/// | `condition` | UNKNOWN when the code is foreign; the code itself stays on `print` |
/// | `arrival` | whether it waited for quotes, and if so fully |
public record NormalizedPrint(
    OptionPrint print,
    long printSeq,
    Contract contract,
    int tradeDay,
    SessionPhase phase,
    SaleCondition condition,
    JoinQuality arrival)
    implements DerivedEvent {

  /// Price x size x multiplier, micro-dollars.
  public long premiumMicros() {
    return Price.premium(print.priceMicros(), print.size(), contract.multiplier());
  }

  @Override
  public long tsNanos() {
    return print.sourceTsNanos();
  }

  @Override
  public EventKind kind() {
    return EventKind.NORMALIZED_PRINT;
  }
}
