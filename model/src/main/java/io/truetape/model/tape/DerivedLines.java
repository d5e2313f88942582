package io.truetape.model.tape;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.derived.Amended;
import io.truetape.model.event.derived.CandleClosed;
import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.MeasuredPrint;
import io.truetape.model.event.derived.NormalizedEquityPrint;
import io.truetape.model.event.derived.NormalizedLevel;
import io.truetape.model.event.derived.NormalizedPrint;
import io.truetape.model.event.derived.PrintRefused;
import io.truetape.model.event.derived.QuotedPrint;
import io.truetape.model.event.derived.SidedPrint;
import io.truetape.model.event.derived.Watermark;
import io.truetape.model.event.derived.WindowedPrint;
import io.truetape.model.event.derived.baseline.BaselineSummary;
import io.truetape.model.event.derived.dark.DarkInference;
import io.truetape.model.event.derived.dark.LiquidityZone;
import io.truetape.model.event.derived.dark.OffExchangePrint;
import io.truetape.model.event.derived.exposure.BucketExposure;
import io.truetape.model.event.derived.exposure.ExposureComputed;
import io.truetape.model.event.derived.greeks.ContractPriced;
import io.truetape.model.event.derived.greeks.PricedPrint;
import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.event.derived.meaning.OpenShareVerdict;
import io.truetape.model.event.derived.meaning.SmartMoneyEvent;
import io.truetape.model.event.derived.packet.FlowPacket;
import io.truetape.model.event.derived.packet.StructureFound;
import io.truetape.model.event.derived.strikes.FlowMinute;
import io.truetape.model.event.derived.strikes.HeatCells;
import io.truetape.model.event.derived.strikes.StrikeBoard;
import io.truetape.model.market.Chip;
import io.truetape.model.market.Greeks;
import io.truetape.model.market.GreeksAbsence;
import io.truetape.model.price.Price;

/// Derived events in a few words for people. One way only: nobody reads them back as events.
final class DerivedLines {
  private DerivedLines() {}

  static String text(DerivedEvent event, String timeOfDay) {
    return switch (event) {
      case NormalizedPrint e -> "normalized  " + e.phase() + " " + condition(e) + arrival(e);
      case NormalizedEquityPrint e ->
          "normalized  "
              + e.phase()
              + (e.offExchange() ? " off-exchange" : "")
              + (e.countsForVolume() ? "" : " no-volume")
              + (e.updatesLast() ? "" : " no-last");
      case NormalizedLevel e -> "level  " + Price.format(e.valueMicros());
      case PrintRefused e -> "refused  " + e.reason();
      case Amended e ->
          "amended  print="
              + e.printSeq()
              + " "
              + Price.format(e.priceMicros())
              + " x "
              + e.size()
              + " "
              + Quoting.quote(e.reason());
      case Watermark _ -> "watermark  " + timeOfDay;
      case QuotedPrint e -> "quoted  " + e.location();
      case SidedPrint e ->
          "sided  " + e.side() + " p=" + decimals(e.pBuy(), 2) + " rule=" + e.rule().text();
      case WindowedPrint e ->
          "windowed  volume="
              + e.dayVolume()
              + (e.openInterest() < 0 ? "" : " oi=" + e.openInterest())
              + " repeat="
              + e.repeat3m()
              + " minute="
              + e.symbolVolume1m();
      case MeasuredPrint e -> measured(e);
      case ChippedPrint e -> chips(e.chips());
      case CandleClosed e -> candle(e, timeOfDay);
      case FlowPacket e -> MeaningLines.packet(e);
      case StructureFound e -> MeaningLines.structure(e);
      case SmartMoneyEvent e -> MeaningLines.smartMoney(e);
      case ClassifierHits e -> MeaningLines.hits(e);
      case AlertChanged e -> MeaningLines.alert(e);
      case OpenShareVerdict e -> MeaningLines.verdict(e);
      case OffExchangePrint e -> FlowLines.text(e);
      case DarkInference e -> FlowLines.text(e);
      case LiquidityZone e -> FlowLines.text(e);
      case StrikeBoard e -> FlowLines.text(e);
      case FlowMinute e -> FlowLines.text(e, timeOfDay);
      case HeatCells e -> FlowLines.text(e, timeOfDay);
      case BaselineSummary e -> FlowLines.text(e);
      case PricedPrint e -> "priced  " + greeks(e.greeks(), e.delta(), e.absence());
      case ContractPriced e ->
          "chain-priced  "
              + e.contract().root()
              + " "
              + Price.format(e.contract().strikeMicros())
              + " "
              + TapeCodes.constant(e.contract().right())
              + " "
              + greeks(e.greeks(), e.greeks().delta(), e.absence());
      case ExposureComputed e -> exposure(e);
    };
  }

  private static String condition(NormalizedPrint e) {
    return TapeCodes.condition(e.print().condition());
  }

  private static String arrival(NormalizedPrint e) {
    return " " + TapeCodes.constant(e.arrival());
  }

  private static String greeks(Greeks greeks, double delta, GreeksAbsence absence) {
    return absence == GreeksAbsence.NONE
        ? "iv=" + decimals(greeks.iv(), 4) + " delta=" + decimals(delta, 4)
        : "without " + TapeCodes.constant(absence);
  }

  private static String exposure(ExposureComputed e) {
    BucketExposure all = e.buckets().getLast();
    return "exposure  gex="
        + decimals(all.naive().gex(), 0)
        + " flow="
        + decimals(all.flow().gex(), 0)
        + " short="
        + decimals(all.allShort().gex(), 0)
        + (e.flip().isNaive() ? " flip=" + decimals(e.flip().naive(), 2) : "")
        + " contracts="
        + e.contracts();
  }

  private static String measured(MeasuredPrint e) {
    return "measured  premium="
        + Price.format(e.premiumMicros())
        + " dte="
        + e.dte()
        + (e.hasSpot() ? " otm=" + decimals(e.otmPct(), 2) : "")
        + (e.volOiRatio() < 0 ? "" : " vol/oi=" + decimals(e.volOiRatio(), 2))
        + " "
        + TapeCodes.constant(e.sentiment())
        + (e.sigScore() < 0 ? "" : " sig=" + decimals(e.sigScore(), 2));
  }

  private static String chips(long mask) {
    StringBuilder out = new StringBuilder("chips ");
    for (Chip chip : Chip.of(mask)) {
      out.append(' ').append(chip.label());
    }
    return out.toString();
  }

  private static String candle(CandleClosed e, String start) {
    return "candle  "
        + Quoting.quote(e.symbolText())
        + " "
        + e.interval().text()
        + " "
        + start
        + " open="
        + Price.format(e.openMicros())
        + " high="
        + Price.format(e.highMicros())
        + " low="
        + Price.format(e.lowMicros())
        + " close="
        + Price.format(e.closeMicros())
        + " volume="
        + e.volume()
        + (e.revision() == 0 ? "" : " revision=" + e.revision());
  }

  /// Half up at the last decimal shown.
  static String decimals(double value, int places) {
    return java.math.BigDecimal.valueOf(value)
        .setScale(places, java.math.RoundingMode.HALF_UP)
        .toPlainString();
  }
}
