package io.truetape.server.view;

import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.MeasuredPrint;
import io.truetape.model.event.derived.WindowedPrint;
import io.truetape.model.event.derived.greeks.PricedPrint;
import io.truetape.model.market.Greeks;
import io.truetape.model.market.VendorGreeks;
import io.truetape.model.price.Price;
import io.truetape.model.time.SessionClock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What was measured of a print, each with its formula and the inputs in it; every explanation of a
/// print reads this one list.
public final class PrintMetrics {
  private final SessionClock clock;

  public PrintMetrics(SessionClock clock) {
    this.clock = clock;
  }

  /// One number: `value` is empty when it is absent, and `formula` then says why.
  public record Metric(String label, String value, String unit, String formula, String basis) {}

  /// All of them: premium and place first, then windows, then greeks.
  public List<Metric> of(ChippedPrint p) {
    List<Metric> out = new ArrayList<>();
    own(out, p);
    windows(out, p.windowed());
    earlier(out, p.windowed());
    greeks(out, p);
    vendor(out, p);
    return List.copyOf(out);
  }

  private static void own(List<Metric> out, ChippedPrint p) {
    MeasuredPrint m = p.measured();
    WindowedPrint w = p.windowed();
    String premium =
        "%s x %d x %d"
            .formatted(
                Price.format(p.print().priceMicros()), p.print().size(), p.contract().multiplier());
    add(out, "premium", Price.format(m.premiumMicros()), "dollars", premium);
    add(out, "dte", "" + m.dte(), "days", "expiry date - session date, New York");
    String otm =
        p.contract().isCall() ? "(strike - spot) / spot x 100" : "(spot - strike) / spot x 100";
    add(out, "otmPct", m.hasSpot() ? "" + m.otmPct() : "", "percent", otm);
    add(out, "location", p.quoted().location().name(), "", "price against bid, ask and mid, exact");
    inferred(
        out,
        "sentiment",
        FlowJson.lower(m.sentiment()),
        "",
        "call bought or put sold is bullish; the mirror bearish; inferred");
    String ratio = w.dayVolume() + " / max(" + w.openInterest() + ", 1)";
    String noRatio = "session volume / open interest, which is not known";
    boolean known = m.volOiRatio() >= 0;
    add(out, "volOi", known ? "" + m.volOiRatio() : "", "ratio", known ? ratio : noRatio);
  }

  private static void windows(List<Metric> out, WindowedPrint w) {
    add(out, "dayVolume", "" + w.dayVolume(), "contracts", "session so far, this one included");
    add(out, "repeat3m", "" + w.repeat3m(), "prints", "same contract and side label, 180 s");
    add(out, "repeatExact", "" + w.repeatExact(), "prints", "the same, AA and A apart");
    add(out, "symbolVolume1m", "" + w.symbolVolume1m(), "contracts", "this minute so far");
    add(out, "baseline15m", "" + w.baseline15m(), "contracts", "mean of earlier minutes of 15");
    add(
        out,
        "openBaseline",
        w.openBaseline() == 0 ? "" : "" + w.openBaseline(),
        "contracts",
        "mean minute of 09:30-10:30, earlier sessions or today's; absent outside it");
    inferred(
        out,
        "bullishRatio15m",
        fromZero(w.bullishRatio15m()),
        "ratio",
        "bullish / (bullish + bearish) prints, 15 min");
    inferred(
        out,
        "bullishPremiumRatio15m",
        fromZero(w.bullishPremiumRatio15m()),
        "ratio",
        "bullish / (bullish + bearish) premium, 15 min");
  }

  private static void earlier(List<Metric> out, WindowedPrint w) {
    add(
        out,
        "contractPercentile",
        fromZero(w.contractPercentile()),
        "share",
        "premium's place among the contract's earlier prints; absent below 12");
    add(
        out,
        "symbolPercentile",
        fromZero(w.symbolPercentile()),
        "share",
        "premium's place among the symbol's earlier prints; absent below 12");
    add(
        out,
        "premiumZ",
        w.hasZ() ? "" + w.premiumZ() : "",
        "robust z",
        "(ln premium - median) / (1.4826 x MAD) in the symbol");
    add(
        out,
        "sizePercentile99",
        fromZero(w.sizePercentile99()),
        "contracts",
        "99th size percentile of the symbol's earlier sessions");
    add(
        out,
        "symbolAdv",
        fromZero(w.symbolAdv()),
        "contracts a day",
        "mean of the symbol's earlier sessions");
    add(
        out,
        "timeOfDayVolumeRatio",
        fromZero(w.timeOfDayVolumeRatio()),
        "ratio",
        "symbol volume today / mean of earlier sessions by this time");
  }

  private void greeks(List<Metric> out, ChippedPrint p) {
    PricedPrint priced = p.priced();
    if (!priced.isPriced()) {
      String why = priced.absence().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      add(out, "greeks", "", "", "absent: " + why);
      return;
    }
    Greeks g = priced.greeks();
    String mark =
        "mark of %s, %s s before the print; forward %s, %s"
            .formatted(
                clock.format(priced.markTsNanos()),
                seconds(p.tsNanos() - priced.markTsNanos()),
                priced.forward(),
                priced.parityForward() ? "by put-call parity" : "spot carried");
    add(out, "iv", "" + g.iv(), "a year", "volatility that gives the mid back; " + mark);
    String moved = "mark's delta " + g.delta() + " + gamma x (spot - the mark's spot)";
    add(out, "delta", "" + priced.delta(), "shares per share", moved);
    add(out, "gamma", "" + g.gamma(), "delta per dollar", "second derivative by spot");
    add(out, "theta", "" + g.theta(), "dollars a year", "derivative by calendar time");
    add(out, "vega", "" + g.vega(), "dollars per 1.00", "derivative by volatility");
    add(out, "rho", "" + g.rho(), "dollars per 1.00", "derivative by the rate");
    add(out, "vanna", "" + g.vanna(), "delta per 1.00", "derivative by spot and volatility");
    add(out, "charm", "" + g.charm(), "delta a year", "derivative by spot and calendar time");
    String notional =
        "%d x %s x %d x spot"
            .formatted(p.print().size(), priced.delta(), p.contract().multiplier());
    String dollars = Price.format(priced.deltaNotionalMicros());
    add(out, "deltaNotional", dollars, "dollars", notional);
    inferred(
        out,
        "signedDeltaNotional",
        Price.format(Math.round(priced.signedDeltaNotionalMicros())),
        "dollars",
        "(2 x %s - 1) x %s".formatted(p.sided().pBuy(), dollars));
  }

  private static void vendor(List<Metric> out, ChippedPrint p) {
    VendorGreeks v = p.print().vendor();
    if (!v.isPresent()) {
      return;
    }
    String stated = "as the vendor sent it with the print; not ours, never mixed with ours";
    out.add(new Metric("vendorIv", "" + v.iv(), "a year", stated, "reported"));
    out.add(new Metric("vendorDelta", "" + v.delta(), "shares per share", stated, "reported"));
    out.add(new Metric("vendorGamma", "" + v.gamma(), "delta per dollar", stated, "reported"));
    out.add(new Metric("vendorTheta", "" + v.theta(), "dollars a year", stated, "reported"));
    out.add(new Metric("vendorVega", "" + v.vega(), "dollars per 1.00", stated, "reported"));
  }

  private static String seconds(long nanos) {
    return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
  }

  private static String fromZero(double value) {
    return value < 0 ? "" : "" + value;
  }

  private static String fromZero(long value) {
    return value < 0 ? "" : "" + value;
  }

  private static void add(
      List<Metric> out, String label, String value, String unit, String formula) {
    out.add(new Metric(label, value, unit, formula, "measured"));
  }

  private static void inferred(
      List<Metric> out, String label, String value, String unit, String formula) {
    out.add(new Metric(label, value, unit, formula, "inferred"));
  }
}
