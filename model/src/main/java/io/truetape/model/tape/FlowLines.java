package io.truetape.model.tape;

import io.truetape.model.event.derived.baseline.BaselineSummary;
import io.truetape.model.event.derived.dark.DarkInference;
import io.truetape.model.event.derived.dark.LiquidityZone;
import io.truetape.model.event.derived.dark.OffExchangePrint;
import io.truetape.model.event.derived.strikes.FlowMinute;
import io.truetape.model.event.derived.strikes.HeatCells;
import io.truetape.model.event.derived.strikes.StrikeBoard;
import io.truetape.model.market.Side;
import io.truetape.model.price.Price;

/// Off-exchange, strike and minute conclusions in a few words for people.
final class FlowLines {
  private FlowLines() {}

  static String text(OffExchangePrint e) {
    return "off-exchange  "
        + TapeCodes.constant(e.trfClass())
        + " "
        + e.location()
        + (e.retailSide() == Side.UNKNOWN ? "" : " retail-" + TapeCodes.constant(e.retailSide()))
        + " ats="
        + DerivedLines.decimals(e.pAts(), 2)
        + (e.mayInform() ? "" : " not-counted");
  }

  static String text(DarkInference e) {
    return "inferred  "
        + e.darkKind().text()
        + " "
        + Price.format(e.lowMicros())
        + "-"
        + Price.format(e.highMicros())
        + " size="
        + e.size()
        + " prints="
        + e.prints()
        + " confidence="
        + DerivedLines.decimals(e.confidence(), 2);
  }

  static String text(LiquidityZone e) {
    return "zone  #"
        + e.zone()
        + " "
        + Price.format(e.lowMicros())
        + "-"
        + Price.format(e.highMicros())
        + " volume="
        + e.volume()
        + " windows="
        + e.windows()
        + " strength="
        + DerivedLines.decimals(e.strength(), 2)
        + (e.isOpen() ? "" : " gone");
  }

  static String text(StrikeBoard e) {
    return "strikes  centre="
        + Price.format(e.centreMicros())
        + " spot="
        + Price.format(e.spotMicros())
        + " "
        + Price.format(e.rows().getFirst().strikeMicros())
        + "-"
        + Price.format(e.rows().getLast().strikeMicros())
        + " rows="
        + e.rows().size();
  }

  static String text(FlowMinute e, String start) {
    return "flow-minute  "
        + start
        + " calls="
        + Price.format(e.signedCallMicros())
        + " puts="
        + Price.format(e.signedPutMicros())
        + " drift="
        + Price.format(e.driftSignedMicros())
        + " unclassified="
        + DerivedLines.decimals(e.unclassifiedShare(), 2)
        + " prints="
        + e.prints()
        + (e.revision() == 0 ? "" : " revision=" + e.revision());
  }

  static String text(HeatCells e, String start) {
    return "heat  " + start + " cells=" + e.cells().size() + " other=" + e.otherPrints();
  }

  static String text(BaselineSummary e) {
    return "baseline  prints="
        + e.session().prints()
        + " volume="
        + e.session().volume()
        + " contracts="
        + e.session().contracts().size();
  }
}
