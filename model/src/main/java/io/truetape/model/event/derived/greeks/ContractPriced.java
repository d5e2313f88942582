package io.truetape.model.event.derived.greeks;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.EventKind;
import io.truetape.model.market.Greeks;
import io.truetape.model.market.GreeksAbsence;
import io.truetape.model.symbol.Contract;

/// A contract of the chain was priced anew, or its greeks ended.
///
/// `tsNanos` is when; `markDoubleMicros` twice the mid it was priced on; `spot` and `forward` in
/// dollars (points); `years` to settlement, ACT/365. `earlyPremium` is the part of the mark that
/// early exercise is worth, dollars. Without greeks `absence` says why and the rest is 0.
public record ContractPriced(
    long tsNanos,
    int contractId,
    Contract contract,
    long markDoubleMicros,
    Greeks greeks,
    double spot,
    double forward,
    boolean parityForward,
    double years,
    double rate,
    double earlyPremium,
    GreeksAbsence absence)
    implements DerivedEvent {
  @Override
  public EventKind kind() {
    return EventKind.CONTRACT_PRICED;
  }
}
