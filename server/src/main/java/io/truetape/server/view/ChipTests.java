package io.truetape.server.view;

import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.MeasuredPrint;
import io.truetape.model.event.derived.WindowedPrint;
import io.truetape.model.market.Chip;
import io.truetape.model.market.SaleCondition;
import io.truetape.model.price.Price;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Every chip's rule, measured value, threshold and outcome for one print.
///
/// `passed` is what the pipeline decided. `missing` names inputs that were not there; a chip with a
/// missing input did not pass.
final class ChipTests {
  private final Rules rules;

  ChipTests(Rules rules) {
    this.rules = rules;
  }

  void write(Json out, ChippedPrint p) {
    for (Chip chip : Chip.values()) {
      Test test = test(chip, p);
      out.open().field("kind", "chip").field("chip", chip.label());
      out.field("label", chip.meaning()).field("rule", test.rule());
      out.field("value", test.value()).field("threshold", test.threshold());
      out.field("passed", chip.isIn(p.chips())).name("missing").openList();
      test.missing().forEach(out::text);
      out.closeList().field("basis", test.basis()).close();
    }
  }

  private record Test(
      String rule, String value, String threshold, List<String> missing, String basis) {}

  private Test test(Chip chip, ChippedPrint p) {
    MeasuredPrint m = p.measured();
    WindowedPrint w = p.windowed();
    String premium = Price.format(m.premiumMicros());
    String right = FlowJson.lower(p.contract().right());
    String code = p.normalized().condition().mnemonic();
    return switch (chip) {
      case CALLS -> plain("right = call", right, "call");
      case PUTS -> plain("right = put", right, "put");
      case BID -> quoted(p, "price <= bid", "bid");
      case ASK -> quoted(p, "price >= ask and not aa", "ask");
      case AA -> strictlyAbove(p);
      case SWEEPS -> plain("coded ISO by the venue", code, "ISOI SLAI SLCI");
      case PREMIUM_100K -> atLeast("premium", premium, "chips.premium100k");
      case SIZABLE -> atLeast("premium", premium, "chips.sizable");
      case WHALES -> atLeast("premium", premium, "chips.whales");
      case LARGE_SIZE -> atLeast("size", "" + p.print().size(), "chips.largeSize");
      case OTM -> measured("otmPct > 0", otm(m), "0", missing(m, "spot"));
      case LEAPS -> atLeast("dte", "" + m.dte(), "chips.leapsDte");
      case WEEKLIES -> weekly(p);
      case VOL_OVER_OI -> volumeOverInterest(m);
      case REPEAT_FLOW -> atLeast("repeat3m", "" + w.repeat3m(), "chips.repeatMin");
      case RISING_VOL -> rising("baseline15m", w, w.baseline15m(), "chips.risingRatio");
      case AM_SPIKE -> rising("openBaseline", w, w.openBaseline(), "chips.amSpikeRatio");
      case BULLFLOW -> bullflow(m, w);
      case HIGH_SIG -> highSig(m);
      case UNUSUAL -> unusual(m, premium);
      case URGENT -> urgent(m, w, premium);
      case POSITION_BUILDERS -> positionBuilder(p);
      case GRENADE -> grenade(m, premium);
      case MULTI_LEG, STOCK_TIED, AUCTION, FLOOR, CROSS, LATE ->
          plain("sale condition class", code, chip.label());
      case ZERO_DTE -> measured("dte = 0", "" + m.dte(), "0", List.of());
      case OPENING_LIKELY ->
          inferred("size > open interest", "" + p.print().size(), "" + w.openInterest());
      case CLOSING_LIKELY -> closing(p);
      case RETAIL_LIKELY -> retail(p, code);
      case BLOCK -> block(p, premium, code);
      case EARNINGS_NEAR -> scheduled(chip, p, "earnings", "chips.earningsDays");
      case EX_DIV -> scheduled(chip, p, "an ex-dividend date", "chips.exDivDays");
      case HALTED ->
          plain(
              "trading status of " + p.contract().underlying() + " as of the print",
              chip.isIn(p.chips()) ? "halted" : "no halt known",
              "halted");
      case CANCELLED ->
          plain(
              "amended by a later cancel",
              chip.isIn(p.chips()) ? "taken back" : "stands",
              "taken back");
    };
  }

  private Test closing(ChippedPrint p) {
    WindowedPrint w = p.windowed();
    boolean known = w.openInterest() >= 0;
    return new Test(
        "sold, size at least a share of open interest, size and session volume within it",
        "%s, size %d, session volume %d"
            .formatted(FlowJson.lower(p.sided().side()), p.print().size(), w.dayVolume()),
        known
            ? "sell, >= %s x %d, both <= %d"
                .formatted(limit("chips.closingShare"), w.openInterest(), w.openInterest())
            : "sell, >= " + limit("chips.closingShare") + " x open interest",
        known ? List.of() : List.of("oi"),
        "inferred");
  }

  private Test retail(ChippedPrint p, String code) {
    return inferred(
        "single-leg auction code and size <= chips.retailSize",
        code + ", size " + p.print().size(),
        SaleCondition.AUCTION.mnemonic() + ", <= " + limit("chips.retailSize"));
  }

  /// An unknown percentile of earlier sessions sets no bound, so nothing is missing.
  private Test block(ChippedPrint p, String premium, String code) {
    long usual = p.windowed().sizePercentile99();
    return inferred(
        "not a leg; size or premium of a block; size at least the symbol's 99th percentile",
        "%s, size %d, premium %s".formatted(code, p.print().size(), premium),
        "size >= %s or premium >= %s; %s"
            .formatted(
                limit("chips.blockSize"),
                limit("chips.blockPremium"),
                usual < 0 ? "percentile not known yet" : "size >= " + usual));
  }

  private Test scheduled(Chip chip, ChippedPrint p, String what, String key) {
    String symbol = p.contract().underlying();
    return plain(
        "the calendar, as announced by then, has %s of %s within days".formatted(what, symbol),
        chip.isIn(p.chips()) ? "announced" : "none announced",
        "<= " + limit(key) + " days");
  }

  private Test strictlyAbove(ChippedPrint p) {
    String rule =
        "price >= ask + max(%s, %s %% of the spread)"
            .formatted(limit("chips.aaMinimum"), limit("chips.aaSpreadPercent"));
    return quoted(p, rule, "ask + excess");
  }

  private static Test weekly(ChippedPrint p) {
    String expiry = LocalDate.ofEpochDay(p.contract().expiryDay()).toString();
    return plain("not a standard monthly expiry", expiry, "");
  }

  private Test volumeOverInterest(MeasuredPrint m) {
    String threshold = limit("chips.volOiMin");
    return measured("volOi > threshold", ratio(m.volOiRatio()), threshold, missing(m, "oi"));
  }

  private Test rising(String name, WindowedPrint w, double baseline, String key) {
    String when = name.equals("openBaseline") ? "09:30-10:30 and " : "";
    return measured(
        when + "symbolVolume1m / " + name + " >= threshold",
        w.symbolVolume1m() + " / " + baseline,
        limit(key),
        baseline > 0 ? List.of() : List.of(name));
  }

  private Test bullflow(MeasuredPrint m, WindowedPrint w) {
    return new Test(
        "bullish and bullishRatio15m >= threshold",
        FlowJson.lower(m.sentiment()) + ", " + ratio(w.bullishRatio15m()),
        limit("chips.bullflowRatio"),
        w.bullishRatio15m() < 0 ? List.of("bullishRatio15m") : List.of(),
        "inferred");
  }

  private Test highSig(MeasuredPrint m) {
    List<String> missing = m.sigScore() < 0 ? List.of("sigScore") : List.of();
    String threshold = limit("chips.highSig");
    return measured("sigScore >= threshold", ratio(m.sigScore()), threshold, missing);
  }

  private Test unusual(MeasuredPrint m, String premium) {
    return measured(
        "premium and volOi at least",
        premium + ", " + ratio(m.volOiRatio()),
        limit("chips.premium100k") + ", " + limit("chips.unusualVolOi"),
        missing(m, "oi"));
  }

  private Test urgent(MeasuredPrint m, WindowedPrint w, String premium) {
    return measured(
        "repeat3m, or premium and dte and volOi",
        "%d; %s, %d, %s".formatted(w.repeat3m(), premium, m.dte(), ratio(m.volOiRatio())),
        "%s; %s, <= %s, %s"
            .formatted(
                limit("chips.repeatMin"),
                limit("chips.sizable"),
                limit("chips.urgentDte"),
                limit("chips.urgentVolOi")),
        missing(m, "oi"));
  }

  private Test positionBuilder(ChippedPrint p) {
    MeasuredPrint m = p.measured();
    return new Test(
        "dte, |otmPct|, size and bought",
        "%d, %s, %d, %s"
            .formatted(m.dte(), otm(m), p.print().size(), FlowJson.lower(p.sided().side())),
        "%s to %s, <= %s, >= %s, buy"
            .formatted(
                limit("chips.builderMinDte"),
                limit("chips.builderMaxDte"),
                limit("chips.builderOtmPct"),
                limit("chips.builderSize")),
        missing(m, "spot"),
        "inferred");
  }

  private Test grenade(MeasuredPrint m, String premium) {
    return measured(
        "dte, otmPct and premium",
        m.dte() + ", " + otm(m) + ", " + premium,
        "<= %s, >= %s, >= %s"
            .formatted(
                limit("chips.grenadeDte"),
                limit("chips.grenadeOtmPct"),
                limit("chips.premium100k")),
        missing(m, "spot"));
  }

  private Test atLeast(String what, String value, String key) {
    return measured(what + " >= " + key, value, limit(key), List.of());
  }

  private static Test quoted(ChippedPrint p, String rule, String threshold) {
    List<String> missing = new ArrayList<>();
    if (!p.quoted().nbbo().isTwoSided()) {
      missing.add("nbbo");
    }
    String value = Price.format(p.print().priceMicros()) + " (" + p.quoted().location() + ")";
    return measured(rule, value, threshold, missing);
  }

  private static Test plain(String rule, String value, String threshold) {
    return new Test(rule, value, threshold, List.of(), "reported");
  }

  private static Test inferred(String rule, String value, String threshold) {
    return new Test(rule, value, threshold, List.of(), "inferred");
  }

  private static Test measured(String rule, String value, String threshold, List<String> missing) {
    return new Test(rule, value, threshold, missing, "measured");
  }

  private static List<String> missing(MeasuredPrint m, String input) {
    boolean absent = input.equals("spot") ? !m.hasSpot() : m.volOiRatio() < 0;
    return absent ? List.of(input) : List.of();
  }

  private static String otm(MeasuredPrint m) {
    return m.hasSpot() ? "" + m.otmPct() : "absent";
  }

  private static String ratio(double value) {
    return value < 0 ? "absent" : "" + value;
  }

  private String limit(String key) {
    return rules.value(key).orElse("not set");
  }
}
