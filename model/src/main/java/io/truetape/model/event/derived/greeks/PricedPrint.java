package io.truetape.model.event.derived.greeks;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.derived.QuotedPrint;
import io.truetape.model.event.derived.SidedPrint;
import io.truetape.model.market.Greeks;
import io.truetape.model.market.GreeksAbsence;

/// A sided print with its greeks, all known at its own time.
///
/// | component | meaning |
/// |---|---|
/// | `greeks` | of the contract's mark, or [Greeks#NONE]; vendor greeks stay on the print itself |
/// | `delta` | the mark's delta moved to the print's spot by gamma |
/// | `deltaNotionalMicros` | size x delta x multiplier x spot, micro-dollars; negative for puts |
/// | `forward` | the forward the mark was priced on; `parityForward` when put-call parity gave it |
/// | `markTsNanos` | when the mark was priced; 0 without one |
/// | `absence` | why there are no greeks |
public record PricedPrint(
    SidedPrint sided,
    Greeks greeks,
    double delta,
    long deltaNotionalMicros,
    double forward,
    boolean parityForward,
    long markTsNanos,
    GreeksAbsence absence)
    implements DerivedEvent {

  /// A print without greeks and why.
  public static PricedPrint without(SidedPrint sided, GreeksAbsence why) {
    return new PricedPrint(sided, Greeks.NONE, 0, 0, 0, false, 0, why);
  }

  public boolean isPriced() {
    return absence == GreeksAbsence.NONE;
  }

  public QuotedPrint quoted() {
    return sided.quoted();
  }

  /// Delta notional weighted by who probably crossed, 2 pBuy - 1; micro-dollars. Positive: customers
  /// bought delta.
  public double signedDeltaNotionalMicros() {
    return (2 * sided.pBuy() - 1) * deltaNotionalMicros;
  }

  @Override
  public long tsNanos() {
    return sided.tsNanos();
  }

  @Override
  public EventKind kind() {
    return EventKind.PRICED_PRINT;
  }
}
