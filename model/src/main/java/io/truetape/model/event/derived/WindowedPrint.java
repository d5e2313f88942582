package io.truetape.model.event.derived;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.derived.greeks.PricedPrint;

/// A print beside what its contract and symbol have done so far. No look-ahead.
///
/// | component | meaning |
/// |---|---|
/// | `dayVolume` | contracts of this contract this session, this print included |
/// | `openInterest`, `oiAsOfDay` | contracts, -1 when unknown; epoch day it was published for |
/// | `repeat3m` | prints of this contract and side label in the trailing 180 s, AA and A together, this one included |
/// | `repeatExact` | the same with AA and A apart |
/// | `symbolVolume1m` | contracts of the symbol in this minute so far, this print included |
/// | `baseline15m` | mean over the earlier non-empty minutes of the last 15; 0 when none |
/// | `openBaseline` | mean over the non-empty minutes of 09:30-10:30 in earlier sessions, or in today's earlier minutes when there are none; 0 outside it |
/// | `bullishRatio15m`, `bullishPremiumRatio15m` | share of signed prints (premium) that was bullish; -1 when none |
/// | `contractPercentile`, `symbolPercentile` | where this premium stands among earlier ones, [0, 1]; -1 when fewer than 12 |
/// | `premiumZ` | robust z (median, MAD) of ln premium in the symbol; meaningful when `hasZ` |
/// | `sizePercentile99` | contracts: the symbol's 99th size percentile of earlier sessions; -1 when unknown |
/// | `symbolAdv` | contracts a day, the mean of earlier sessions; -1 when unknown |
/// | `timeOfDayVolumeRatio` | the symbol's contracts so far today over the mean of earlier sessions by this time of day; -1 when unknown |
public record WindowedPrint(
    PricedPrint priced,
    long dayVolume,
    long openInterest,
    int oiAsOfDay,
    int repeat3m,
    int repeatExact,
    long symbolVolume1m,
    double baseline15m,
    double openBaseline,
    double bullishRatio15m,
    double bullishPremiumRatio15m,
    double contractPercentile,
    double symbolPercentile,
    double premiumZ,
    boolean hasZ,
    long sizePercentile99,
    long symbolAdv,
    double timeOfDayVolumeRatio)
    implements DerivedEvent {
  public SidedPrint sided() {
    return priced.sided();
  }

  @Override
  public long tsNanos() {
    return priced.tsNanos();
  }

  @Override
  public EventKind kind() {
    return EventKind.WINDOWED_PRINT;
  }
}
