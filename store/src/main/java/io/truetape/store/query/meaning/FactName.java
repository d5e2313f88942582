package io.truetape.store.query.meaning;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.derived.dark.DarkInference;
import io.truetape.model.event.derived.dark.LiquidityZone;
import io.truetape.model.event.derived.dark.OffExchangePrint;
import io.truetape.model.event.derived.exposure.ExposureComputed;
import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.event.derived.meaning.OpenShareVerdict;
import io.truetape.model.event.derived.meaning.SmartMoneyEvent;
import io.truetape.model.event.derived.packet.FlowPacket;
import io.truetape.model.event.derived.packet.StructureFound;
import io.truetape.model.event.derived.strikes.FlowMinute;
import io.truetape.model.event.derived.strikes.HeatCells;
import io.truetape.model.event.derived.strikes.StrikeBoard;
import java.time.LocalDate;
import java.util.Locale;

/// The stable name of a conclusion, and which word on it this is.
///
/// `seq` is a log position, or where there is none a time in nanoseconds (strikes, minutes, heat)
/// or the number of a zone; `part` tells apart what shares it: rule, thesis and direction of an
/// alert, kind of an inference, the symbol. `revision` counts up; the highest is the truth. Zones
/// count in the nanoseconds of their windows.
public record FactName(long seq, String part, long revision) {
  /// The name of an event that is kept.
  public static FactName of(DerivedEvent event) {
    return switch (event) {
      case FlowPacket e -> new FactName(e.packetSeq(), "", e.revision());
      case StructureFound e -> new FactName(e.structureSeq(), "", e.revision());
      case SmartMoneyEvent e -> new FactName(e.eventSeq(), "", e.revision());
      case ClassifierHits e -> new FactName(e.subject().seq(), e.subject().kind(), e.revision());
      case OpenShareVerdict e ->
          new FactName(
              e.subject().seq(), e.subject().kind() + " " + e.classifier().text(), e.asOfDay());
      case AlertChanged e -> new FactName(e.alertSeq(), alertPart(e), e.revision());
      case OffExchangePrint e -> new FactName(e.equity().printSeq(), "", 0);
      case DarkInference e ->
          new FactName(
              e.evidence().isEmpty() ? e.tsNanos() : e.evidence().getLast(),
              e.darkKind().text() + " " + e.symbolText(),
              0);
      case LiquidityZone e ->
          new FactName(
              e.zone(),
              e.symbolText() + "@" + LocalDate.ofEpochDay(Layout.dayOf(e.tsNanos())),
              e.tsNanos());
      case StrikeBoard e -> new FactName(e.tsNanos(), e.symbolText(), 0);
      case ExposureComputed e -> new FactName(e.tsNanos(), e.symbolText(), 0);
      case FlowMinute e -> new FactName(e.startNanos(), e.symbolText(), e.revision());
      case HeatCells e -> new FactName(e.startNanos(), e.symbolText(), 0);
      default -> throw new IllegalArgumentException("not kept: " + event.kind());
    };
  }

  private static String alertPart(AlertChanged e) {
    String direction = e.direction().name().toLowerCase(Locale.ROOT);
    return e.rule() + " " + e.thesis() + " " + direction;
  }

  /// As it stands in an id after the kind: `123:standard:large_bullish_call_sweep:bullish`.
  ///
  /// What a path cannot hold stands as `~` and its code in hexadecimal.
  public String text() {
    return part.isEmpty() ? Long.toString(seq) : seq + ":" + words();
  }

  /// True when the words after the seq are these, or begin these; no words are anything's.
  public boolean answers(String asked) {
    String own = words();
    return asked.isEmpty() || own.equals(asked) || own.startsWith(asked + ":");
  }

  private String words() {
    StringBuilder out = new StringBuilder(part.length());
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == ' ') {
        out.append(':');
      } else if (c < 128 && (Character.isLetterOrDigit(c) || "@._-".indexOf(c) >= 0)) {
        out.append(c);
      } else {
        out.append('~').append(Integer.toHexString(c));
      }
    }
    return out.toString();
  }

  /// The symbol a conclusion is about.
  static String symbol(DerivedEvent event) {
    return switch (event) {
      case FlowPacket e -> e.contract().underlying();
      case StructureFound e -> e.underlying();
      case SmartMoneyEvent e -> e.underlying();
      case ClassifierHits e -> e.underlying();
      case OpenShareVerdict e -> e.contract().underlying();
      case AlertChanged e -> e.underlying();
      case OffExchangePrint e -> e.symbolText();
      case DarkInference e -> e.symbolText();
      case LiquidityZone e -> e.symbolText();
      case StrikeBoard e -> e.symbolText();
      case ExposureComputed e -> e.symbolText();
      case FlowMinute e -> e.symbolText();
      case HeatCells e -> e.symbolText();
      default -> throw new IllegalArgumentException("not kept: " + event.kind());
    };
  }
}
