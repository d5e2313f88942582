package io.truetape.engine.run;

import io.truetape.engine.wire.WireWriter;
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
import io.truetape.model.event.source.EquityPrint;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.symbol.Contract;

/// The canonical bytes of a derived event, for the digest only.
///
/// Each event contributes what its own stage added. Log positions and contract numbers are left
/// out: they name places in one log, not meaning, and two logs of the same market may differ there.
final class DerivedWire {
  private DerivedWire() {}

  static void put(DerivedEvent event, WireWriter out) {
    out.putByte(event.kind().code());
    switch (event) {
      case NormalizedPrint e -> normalized(e, out);
      case NormalizedEquityPrint e -> equity(e, out);
      case NormalizedLevel e -> {
        out.putLong(e.tsNanos());
        out.putLong(e.valueMicros());
      }
      case PrintRefused e -> {
        out.putLong(e.tsNanos());
        out.putByte(e.reason().ordinal());
      }
      case Amended e -> amended(e, out);
      case Watermark _ -> {}
      case QuotedPrint e -> quoted(e, out);
      case SidedPrint e -> {
        out.putDouble(e.pBuy());
        out.putByte(e.side().ordinal());
        out.putByte(e.rule().ordinal());
        out.putDouble(e.expectedAccuracy());
      }
      case WindowedPrint e -> windowed(e, out);
      case MeasuredPrint e -> measured(e, out);
      case ChippedPrint e -> out.putLong(e.chips());
      case CandleClosed e -> candle(e, out);
      case FlowPacket e -> MeaningWire.packet(e, out);
      case StructureFound e -> MeaningWire.structure(e, out);
      case SmartMoneyEvent e -> MeaningWire.smartMoney(e, out);
      case ClassifierHits e -> MeaningWire.hits(e, out);
      case AlertChanged e -> MeaningWire.alert(e, out);
      case OpenShareVerdict e -> MeaningWire.verdict(e, out);
      case OffExchangePrint e -> FlowWire.put(e, out);
      case DarkInference e -> FlowWire.put(e, out);
      case LiquidityZone e -> FlowWire.put(e, out);
      case StrikeBoard e -> FlowWire.put(e, out);
      case FlowMinute e -> FlowWire.put(e, out);
      case HeatCells e -> FlowWire.put(e, out);
      case BaselineSummary e -> FlowWire.put(e, out);
      case PricedPrint e -> PricedWire.put(e, out);
      case ContractPriced e -> {
        contract(e.contract(), out);
        PricedWire.put(e, out);
      }
      case ExposureComputed e -> PricedWire.put(e, out);
    }
  }

  private static void normalized(NormalizedPrint e, WireWriter out) {
    OptionPrint p = e.print();
    contract(e.contract(), out);
    out.putLong(p.sourceTsNanos());
    out.putLong(p.priceMicros());
    out.putInt(p.size());
    out.putShort(p.venue());
    out.putShort(p.condition());
    out.putLong(p.vendorSequence());
    out.putInt(e.tradeDay());
    out.putByte(e.phase().ordinal());
    out.putByte(e.arrival().ordinal());
  }

  static void contract(Contract c, WireWriter out) {
    String root = c.root();
    for (int i = 0; i < root.length(); i++) {
      out.putByte(root.charAt(i));
    }
    out.putByte(c.right().letter());
    out.putInt(c.expiryDay());
    out.putLong(c.strikeMicros());
  }

  private static void equity(NormalizedEquityPrint e, WireWriter out) {
    EquityPrint p = e.print();
    out.putLong(p.sourceTsNanos());
    out.putLong(p.priceMicros());
    out.putInt(p.size());
    out.putShort(p.venue());
    out.putByte(e.phase().ordinal());
    out.putByte(
        (e.countsForVolume() ? 1 : 0) | (e.updatesLast() ? 2 : 0) | (e.offExchange() ? 4 : 0));
  }

  private static void amended(Amended e, WireWriter out) {
    contract(e.contract(), out);
    out.putLong(e.tsNanos());
    out.putLong(e.printTsNanos());
    out.putLong(e.priceMicros());
    out.putInt(e.size());
    out.putBoolean(e.foundOriginal());
  }

  private static void quoted(QuotedPrint e, WireWriter out) {
    out.putLong(e.nbbo().bidMicros());
    out.putLong(e.nbbo().askMicros());
    out.putInt(e.nbbo().bidSize());
    out.putInt(e.nbbo().askSize());
    out.putLong(e.nbbo().tsNanos());
    out.putByte(e.location().ordinal());
    out.putByte(e.joinQuality().ordinal());
    out.putLong(e.spotDoubleMicros());
    out.putLong(e.spotTsNanos());
  }

  private static void windowed(WindowedPrint e, WireWriter out) {
    out.putLong(e.dayVolume());
    out.putLong(e.openInterest());
    out.putInt(e.oiAsOfDay());
    out.putInt(e.repeat3m());
    out.putInt(e.repeatExact());
    out.putLong(e.symbolVolume1m());
    out.putDouble(e.baseline15m());
    out.putDouble(e.openBaseline());
    out.putDouble(e.bullishRatio15m());
    out.putDouble(e.bullishPremiumRatio15m());
    out.putDouble(e.contractPercentile());
    out.putDouble(e.symbolPercentile());
    out.putDouble(e.premiumZ());
    out.putLong(e.sizePercentile99());
    out.putLong(e.symbolAdv());
    out.putDouble(e.timeOfDayVolumeRatio());
  }

  private static void measured(MeasuredPrint e, WireWriter out) {
    out.putLong(e.premiumMicros());
    out.putInt(e.dte());
    out.putDouble(e.otmPct());
    out.putDouble(e.volOiRatio());
    out.putByte(e.sentiment().ordinal());
    out.putDouble(e.sigRaw());
    out.putDouble(e.sigScore());
    out.putByte(e.missing());
  }

  private static void candle(CandleClosed e, WireWriter out) {
    out.putByte(e.interval().ordinal());
    out.putLong(e.startNanos());
    out.putLong(e.openMicros());
    out.putLong(e.highMicros());
    out.putLong(e.lowMicros());
    out.putLong(e.closeMicros());
    out.putLong(e.volume());
    out.putLong(e.vwapMicros());
    out.putInt(e.trades());
    out.putLong(e.offExchangeVolume());
    out.putInt(e.revision());
  }
}
