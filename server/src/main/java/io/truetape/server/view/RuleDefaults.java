package io.truetape.server.view;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The defaults of docs/methods, shown when the active rule set does not name a key.
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
          case "chips.retailSize" -> "10";
          case "chips.blockSize" -> "500";
          case "chips.blockPremium" -> "250000";
          case "chips.closingShare" -> "0.5";
          case "chips.earningsDays" -> "5";
          case "chips.exDivDays" -> "3";
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
          case "greeks.hardLimitMillis" -> "60000";
          default -> key.startsWith("alert.") ? alert(key) : view(key);
        });
  }

  /// Numbers of docs/methods/alerts.md.
  private static @Nullable String alert(String key) {
    return switch (key) {
      case "alert.premiumFloor" -> "25000";
      case "alert.premiumFull" -> "2000000";
      case "alert.zFull" -> "5";
      case "alert.stalePoints" -> "12";
      case "alert.widePoints" -> "8";
      case "alert.insidePoints" -> "8";
      case "alert.auctionPoints" -> "3";
      case "alert.wideBps" -> "400";
      default -> null;
    };
  }

  /// Numbers of docs/methods/views.md.
  private static @Nullable String view(String key) {
    return switch (key) {
      case "views.maxAgeMillis" -> "1500";
      case "views.size" -> "500";
      case "views.smartMin" -> "10000";
      case "views.smartLarge" -> "100000";
      case "views.smartPercentile" -> "0.75";
      case "views.smartUnknown" -> "25000";
      case "views.smartInside" -> "20000";
      case "views.smartInsidePercentile" -> "0.95";
      case "views.smartUnquoted" -> "50000";
      case "views.smartSweep" -> "25000";
      case "views.balancedMin" -> "5000";
      case "views.balancedLarge" -> "75000";
      case "views.balancedPercentile" -> "0.6";
      case "views.balancedUnknown" -> "15000";
      case "views.balancedInside" -> "12500";
      case "views.balancedInsidePercentile" -> "0.9";
      case "views.balancedUnquoted" -> "25000";
      case "views.balancedSweep" -> "15000";
      default -> null;
    };
  }
}
