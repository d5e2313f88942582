package io.truetape.replay.shadow;

import static io.truetape.model.event.derived.meaning.Comparison.ABOVE;
import static io.truetape.model.event.derived.meaning.Comparison.AT_LEAST;
import static io.truetape.model.event.derived.meaning.Comparison.AT_MOST;

import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.meaning.Comparison;
import io.truetape.model.market.Chip;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Which threshold or feature made a chip of a print differ. Source: docs/methods/chips.md.
final class ChipFlips {
  private final Values before;
  private final Values after;

  ChipFlips(Values before, Values after) {
    this.before = before;
    this.after = after;
  }

  /// A measured value held against a rule's threshold.
  private record Feature(
      String key, Comparison comparison, String name, ToDoubleFunction<ChippedPrint> measure) {
    boolean passes(ChippedPrint print, Values rules) {
      return comparison.holds(measure.applyAsDouble(print), rules.number(key, Double.NaN));
    }

    String words(ChippedPrint print, Values rules) {
      return String.format(
          Locale.ROOT,
          "%s %.6g %s %s",
          name,
          measure.applyAsDouble(print),
          comparison.sign(),
          rules.text(key));
    }
  }

  /// Why `chip` is on one of two prints that are the same print.
  Cause cause(Chip chip, ChippedPrint a, ChippedPrint b) {
    List<Feature> features = features(chip);
    for (Feature f : features) {
      if (f.passes(a, before) != f.passes(b, after)) {
        return new Cause(f.key(), f.words(a, before), f.words(b, after));
      }
    }
    for (Feature f : features) {
      if (!before.text(f.key()).equals(after.text(f.key()))) {
        return new Cause(f.key(), before.text(f.key()), after.text(f.key()));
      }
    }
    String where = a.quoted().location() == b.quoted().location() ? "other input" : "location";
    return new Cause(
        where,
        a.quoted().location().display() + ", pBuy " + a.sided().pBuy(),
        b.quoted().location().display() + ", pBuy " + b.sided().pBuy());
  }

  private static List<Feature> features(Chip chip) {
    return switch (chip) {
      case PREMIUM_100K -> List.of(premium("chips.premium100k"));
      case SIZABLE -> List.of(premium("chips.sizable"));
      case WHALES -> List.of(premium("chips.whales"));
      case LARGE_SIZE -> List.of(size("chips.largeSize", AT_LEAST));
      case LEAPS -> List.of(dte("chips.leapsDte", AT_LEAST));
      case VOL_OVER_OI -> List.of(volOi("chips.volOiMin", ABOVE));
      case REPEAT_FLOW -> List.of(repeats());
      case RISING_VOL ->
          List.of(
              new Feature(
                  "chips.risingRatio",
                  AT_LEAST,
                  "volume ratio",
                  p -> ratio((double) p.windowed().symbolVolume1m(), p.windowed().baseline15m())));
      case AM_SPIKE ->
          List.of(
              new Feature(
                  "chips.amSpikeRatio",
                  AT_LEAST,
                  "volume ratio",
                  p -> ratio((double) p.windowed().symbolVolume1m(), p.windowed().openBaseline())));
      case BULLFLOW ->
          List.of(
              new Feature(
                  "chips.bullflowRatio",
                  AT_LEAST,
                  "bullish ratio",
                  p -> p.windowed().bullishRatio15m()),
              bought());
      case HIGH_SIG ->
          List.of(new Feature("chips.highSig", AT_LEAST, "sigScore", p -> p.measured().sigScore()));
      case UNUSUAL -> List.of(premium("chips.premium100k"), volOi("chips.unusualVolOi", AT_LEAST));
      case URGENT ->
          List.of(
              repeats(),
              premium("chips.sizable"),
              dte("chips.urgentDte", AT_MOST),
              volOi("chips.urgentVolOi", AT_LEAST));
      case POSITION_BUILDERS ->
          List.of(
              dte("chips.builderMinDte", AT_LEAST),
              dte("chips.builderMaxDte", AT_MOST),
              new Feature(
                  "chips.builderOtmPct", AT_MOST, "away %", p -> Math.abs(p.measured().otmPct())),
              size("chips.builderSize", AT_LEAST),
              bought());
      case GRENADE ->
          List.of(
              dte("chips.grenadeDte", AT_MOST),
              new Feature("chips.grenadeOtmPct", AT_LEAST, "otm %", p -> p.measured().otmPct()),
              premium("chips.premium100k"));
      case RETAIL_LIKELY -> List.of(size("chips.retailSize", AT_MOST));
      case BLOCK -> List.of(size("chips.blockSize", AT_LEAST), premium("chips.blockPremium"));
      case CLOSING_LIKELY ->
          List.of(
              new Feature(
                  "chips.closingShare",
                  AT_LEAST,
                  "size over open interest",
                  p -> ratio(p.print().size(), (double) p.windowed().openInterest())),
              new Feature("side.sellTo", AT_MOST, "pBuy", p -> p.sided().pBuy()));
      case AA, ASK -> List.of(beyond(), beyondShare());
      case EARNINGS_NEAR -> List.of(scheduled("chips.earningsDays"));
      case EX_DIV -> List.of(scheduled("chips.exDivDays"));
      case CALLS, PUTS, BID, SWEEPS, OTM, WEEKLIES, MULTI_LEG, STOCK_TIED, AUCTION, FLOOR ->
          List.of();
      case CROSS, OPENING_LIKELY, ZERO_DTE, HALTED, LATE, CANCELLED -> List.of();
    };
  }

  private static Feature premium(String key) {
    return new Feature(key, AT_LEAST, "premium", p -> p.measured().premiumMicros() / 1e6);
  }

  private static Feature size(String key, Comparison comparison) {
    return new Feature(key, comparison, "size", p -> p.print().size());
  }

  private static Feature dte(String key, Comparison comparison) {
    return new Feature(key, comparison, "dte", p -> p.measured().dte());
  }

  private static Feature volOi(String key, Comparison comparison) {
    return new Feature(key, comparison, "volume/oi", p -> p.measured().volOiRatio());
  }

  private static Feature repeats() {
    return new Feature("chips.repeatMin", AT_LEAST, "repeat3m", p -> p.windowed().repeat3m());
  }

  private static Feature bought() {
    return new Feature("side.buyFrom", AT_LEAST, "pBuy", p -> p.sided().pBuy());
  }

  private static Feature beyond() {
    return new Feature("chips.aaMinimum", AT_LEAST, "above ask $", p -> above(p) / 1e6);
  }

  private static Feature beyondShare() {
    return new Feature(
        "chips.aaSpreadPercent",
        AT_LEAST,
        "above ask % of spread",
        p -> ratio(100.0 * above(p), (double) p.quoted().nbbo().spreadMicros()));
  }

  private static Feature scheduled(String key) {
    return new Feature(key, AT_LEAST, "days", _ -> Double.NaN);
  }

  private static long above(ChippedPrint p) {
    return p.print().priceMicros() - p.quoted().nbbo().askMicros();
  }

  private static double ratio(double of, double over) {
    return over > 0 ? of / over : -1;
  }
}
