package io.truetape.model.tape;

import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.event.derived.meaning.ClassifierHit;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.event.derived.meaning.OpenShareVerdict;
import io.truetape.model.event.derived.meaning.SmartMoneyEvent;
import io.truetape.model.event.derived.packet.FlowPacket;
import io.truetape.model.event.derived.packet.PacketCluster;
import io.truetape.model.event.derived.packet.StructureFound;
import io.truetape.model.event.derived.packet.StructureLeg;
import io.truetape.model.price.Price;

/// Packets and what they may mean, in a few words for people.
final class MeaningLines {
  private MeaningLines() {}

  static String packet(FlowPacket e) {
    StringBuilder out = new StringBuilder("packet ");
    for (PacketCluster c : e.clusters()) {
      out.append(' ').append(TapeCodes.constant(c.kind())).append('/').append(c.side());
    }
    return out.append(e.legs() ? " legs" : "")
        .append(" prints=")
        .append(e.prints().size())
        .append(" size=")
        .append(e.tape().size())
        .append(" premium=")
        .append(Price.format(e.tape().premiumMicros()))
        .append(" venues=")
        .append(e.tape().venues())
        .append(" bias=")
        .append(DerivedLines.decimals(e.quotes().bias(), 2))
        .append(revision(e.revision()))
        .toString();
  }

  static String structure(StructureFound e) {
    StringBuilder out = new StringBuilder("structure  ");
    out.append(Quoting.quote(e.type().text())).append(' ').append(e.mode());
    out.append(' ').append(e.side()).append(" x ").append(e.units());
    for (StructureLeg leg : e.legs()) {
      out.append(' ').append(leg.ratio() > 0 ? "+" : "").append(leg.ratio());
      out.append(leg.contract().right().letter());
      out.append(Price.format(leg.contract().strikeMicros()));
    }
    return out.append(" net=")
        .append(Price.format(e.netMicros()))
        .append(' ')
        .append(TapeCodes.constant(e.direction()))
        .append(" score=")
        .append(DerivedLines.decimals(e.score(), 2))
        .append(revision(e.revision()))
        .toString();
  }

  static String smartMoney(SmartMoneyEvent e) {
    return "smart-money  "
        + e.primary().text()
        + " "
        + TapeCodes.constant(e.direction())
        + " confidence="
        + DerivedLines.decimals(e.confidence(), 2)
        + " prints="
        + e.features().prints()
        + (e.closed() ? " closed" : "")
        + revision(e.revision());
  }

  static String hits(ClassifierHits e) {
    StringBuilder out = new StringBuilder("hits ");
    for (ClassifierHit hit : e.hits()) {
      out.append(' ').append(hit.classifier().text()).append('=');
      out.append(DerivedLines.decimals(hit.confidence(), 2));
    }
    return out.append(revision(e.revision())).toString();
  }

  static String alert(AlertChanged e) {
    return "alert  "
        + TapeCodes.constant(e.change())
        + " "
        + e.thesis()
        + " "
        + TapeCodes.constant(e.direction())
        + " "
        + TapeCodes.constant(e.severity())
        + " score="
        + DerivedLines.decimals(e.score().total(), 1)
        + " count="
        + e.count()
        + (e.reason().isEmpty() ? "" : " " + Quoting.quote(e.reason()));
  }

  static String verdict(OpenShareVerdict e) {
    return "verdict  "
        + e.classifier().text()
        + " open-share="
        + DerivedLines.decimals(e.openShare(), 2)
        + (e.confirmed() ? " confirmed" : " not confirmed");
  }

  private static String revision(int revision) {
    return revision == 0 ? "" : " revision=" + revision;
  }
}
