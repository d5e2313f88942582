package io.truetape.model.event.derived;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.derived.greeks.PricedPrint;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.symbol.Contract;

/// The finished tape row: a measured print and its chips, one bit each of `Chip`.
public record ChippedPrint(MeasuredPrint measured, long chips) implements DerivedEvent {

  public WindowedPrint windowed() {
    return measured.windowed();
  }

  public PricedPrint priced() {
    return measured.windowed().priced();
  }

  public SidedPrint sided() {
    return measured.windowed().sided();
  }

  public QuotedPrint quoted() {
    return sided().quoted();
  }

  public NormalizedPrint normalized() {
    return quoted().print();
  }

  public OptionPrint print() {
    return normalized().print();
  }

  public Contract contract() {
    return normalized().contract();
  }

  /// The print's place in the log: its name in every interface.
  public long printSeq() {
    return normalized().printSeq();
  }

  @Override
  public long tsNanos() {
    return measured.tsNanos();
  }

  @Override
  public EventKind kind() {
    return EventKind.CHIPPED_PRINT;
  }
}
