package io.truetape.server.view;

import java.util.Optional;

/// The defaults of docs/methods/chips.md, shown when the active rule set does not name a key.
public final class RuleDefaults implements Rules {
  @Override
  public Optional<String> value(String key) {
    return Optional.ofNullable(
        switch (key) {
          case "chips.premium100k" -> "100000";
          case "chips.sizable" -> "250000";
          case "chips.whales" -> "500000";
          case "chips.largeSize" -> "1000";
          case "chips.leapsDte" -> "365";
          case "chips.volOiMin" -> "1";
          case "chips.repeatMin" -> "20";
          case "chips.risingRatio" -> "2.5";
          case "chips.amSpikeRatio" -> "3";
          case "chips.bullflowRatio" -> "0.65";
          case "chips.highSig" -> "0.9";
          case "chips.unusualVolOi" -> "2";
          case "chips.urgentVolOi" -> "2.5";
          case "chips.urgentDte" -> "14";
          case "chips.builderMinDte" -> "21";
          case "chips.builderMaxDte" -> "180";
          case "chips.builderOtmPct" -> "15";
          case "chips.builderSize" -> "250";
          case "chips.grenadeDte" -> "7";
          case "chips.grenadeOtmPct" -> "5";
          case "chips.aaMinimum" -> "0.01";
          case "chips.aaSpreadPercent" -> "10";
          case "side.buyFrom" -> "0.58";
          case "side.sellTo" -> "0.42";
          case "sigscore.valueWeight" -> "0.35";
          case "sigscore.volOiWeight" -> "0.25";
          case "sigscore.repeatWeight" -> "0.2";
          case "sigscore.otmWeight" -> "0.1";
          case "sigscore.sideWeight" -> "0.1";
          case "sigscore.volOiFull" -> "5";
          case "sigscore.repeatFull" -> "20";
          case "sigscore.otmPeak" -> "10";
          case "sigscore.otmWidth" -> "10";
          default -> null;
        });
  }
}
