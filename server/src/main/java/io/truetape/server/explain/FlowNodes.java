package io.truetape.server.explain;

import io.truetape.model.event.derived.packet.FlowPacket;
import io.truetape.model.event.derived.packet.PacketCluster;
import io.truetape.model.event.derived.packet.PacketContext;
import io.truetape.model.event.derived.packet.PacketQuotes;
import io.truetape.model.event.derived.packet.PacketTape;
import io.truetape.model.event.derived.packet.StructureFound;
import io.truetape.model.event.derived.packet.StructureLeg;
import io.truetape.model.price.Price;

/// Packets and structures: what their prints add up to.
final class FlowNodes {
  private final Tree tree;

  FlowNodes(Tree tree) {
    this.tree = tree;
  }

  Node packet(FlowPacket p, int level) {
    if (p.isEmpty()) {
      return Node.inferred("packet", "nothing is left of it: its prints were taken back");
    }
    PacketTape t = p.tape();
    Node node =
        Node.inferred(
                "packet",
                "%d prints of %s within %d ms that look like they belong together"
                    .formatted(
                        t.prints(),
                        PrintNodes.terms(p.contract()),
                        (p.toTsNanos() - p.fromTsNanos()) / 1_000_000))
            .value(Price.format(t.premiumMicros()), "dollars");
    metric(
        node,
        "premium",
        Price.format(t.premiumMicros()),
        "dollars",
        "sum of price x size x multiplier");
    metric(node, "size", t.size(), "contracts", "sum of sizes");
    metric(node, "vwap", Price.format(t.vwapMicros()), "dollars", "sum of price x size / size");
    metric(node, "venues", t.venues(), "venues", "distinct");
    quotes(node, p.quotes());
    context(node, p.context());
    for (PacketCluster c : p.clusters()) {
      node.add(
          Node.inferred(
                  "cluster",
                  "looks like a %s on the %s side: %d prints, %d venues%s"
                      .formatted(
                          PrintNodes.words(c.kind()),
                          PrintNodes.words(c.side()),
                          c.prints(),
                          c.venues(),
                          c.iso() ? ", a print carried the sweep code" : ""))
              .value(Price.format(c.premiumMicros()), "dollars")
              .formula(rule(c)));
    }
    tree.prints(node, p.prints(), level);
    return node;
  }

  private static String rule(PacketCluster c) {
    return switch (c.kind()) {
      case SWEEP -> "two venues or more, or the sweep code, one side, within the window";
      case BLOCK -> "one print of block size for its symbol";
      case SPLIT -> "three prints or more on one venue, one side";
    };
  }

  private static void quotes(Node node, PacketQuotes q) {
    metric(
        node,
        "bias",
        q.bias(),
        "",
        "(%d bought - %d sold) / both, by side".formatted(q.buySize(), q.sellSize()));
    metric(
        node,
        "locations",
        "%d %d %d %d %d".formatted(q.aboveAsk(), q.atAsk(), q.inside(), q.atBid(), q.belowBid()),
        "prints above ask, ask, inside, bid, below bid",
        "price against the NBBO as of each print");
    metric(node, "coverage", q.coverage(), "share", "prints with a usable quote");
  }

  private static void context(Node node, PacketContext c) {
    metric(node, "dte", c.dte(), "days", "expiry date - session date, New York");
    if (c.hasSpot()) {
      metric(node, "otmPct", c.otmPct(), "percent", "strike against spot, of the last print");
    }
    if (c.hasZ()) {
      metric(node, "premiumZ", c.premiumZ(), "robust z", "ln premium among the symbol's packets");
    }
    metric(node, "dayVolume", c.dayVolume(), "contracts", "after the last print");
    if (c.openInterest() >= 0) {
      node.add(
          Node.reported("open-interest", "as last published").value(c.openInterest(), "contracts"));
    }
    metric(node, "moveBps", c.moveBps(), "1/100 %", "underlying over the packet");
  }

  Node structure(StructureFound s, int level) {
    if (s.isWithdrawn()) {
      return Node.inferred("structure", "withdrawn: its prints were taken back");
    }
    Node node =
        Node.inferred(
                "structure",
                "%d x what looks like a %s in %s, %s"
                    .formatted(
                        s.units(),
                        s.type().text(),
                        s.underlying(),
                        switch (s.mode()) {
                          case CODED -> "every leg coded as a leg by its venue";
                          case INFERRED -> "not every leg is coded";
                          case OFF -> "the feed carries no leg codes";
                        }))
            .value(s.score(), "how sure, 0 to 1");
    for (StructureLeg leg : s.legs()) {
      node.add(
          Node.measured("leg", "%+d x %s".formatted(leg.ratio(), PrintNodes.terms(leg.contract())))
              .value(Price.format(leg.priceMicros()), "dollars")
              .formula(
                  "%d contracts; quoted %s x %s"
                      .formatted(
                          leg.size(),
                          PrintNodes.dollars(leg.bidMicros()),
                          PrintNodes.dollars(leg.askMicros()))));
    }
    if (s.hasNet()) {
      metric(
          node,
          "net",
          Price.format(s.netMicros()),
          "dollars a unit",
          "against %s x %s, the legs' quotes added up"
              .formatted(Price.format(s.netBidMicros()), Price.format(s.netAskMicros())));
    }
    node.add(
        Node.inferred(
                "side", "probably a " + PrintNodes.words(s.side()) + " of the unit as written")
            .value(s.pBuy(), "probability of a buy"));
    node.add(
        Node.inferred("direction", "leans " + PrintNodes.words(s.direction()))
            .formula("net delta of the package x its side"));
    tree.prints(node, s.prints(), level);
    return node;
  }

  static void metric(Node node, String label, Object value, String unit, String formula) {
    node.add(Node.measured("metric", label).value(value, unit).formula(formula));
  }
}
