package io.truetape.server.explain;

import io.truetape.model.event.derived.dark.DarkInference;
import io.truetape.model.event.derived.dark.LiquidityZone;
import io.truetape.model.event.derived.dark.OffExchangePrint;
import io.truetape.model.event.derived.exposure.BucketExposure;
import io.truetape.model.event.derived.exposure.ExposureComputed;
import io.truetape.model.event.derived.strikes.FlowMinute;
import io.truetape.model.event.derived.strikes.HeatCells;
import io.truetape.model.event.derived.strikes.StrikeBoard;
import io.truetape.model.id.EventRef;
import io.truetape.model.price.Price;
import io.truetape.model.time.SessionClock;
import java.time.LocalDate;

/// Off-exchange prints and what they may add up to; boards, minutes, exposure.
final class BoardNodes {
  private final Tree tree;
  private final SessionClock clock;

  BoardNodes(Tree tree, SessionClock clock) {
    this.tree = tree;
    this.clock = clock;
  }

  Node equityPrint(OffExchangePrint p) {
    Node node =
        Node.reported(
                "equity-print",
                "%d shares of %s at %s, reported off-exchange"
                    .formatted(
                        p.equity().print().size(),
                        p.symbolText(),
                        Price.format(p.equity().print().priceMicros())))
            .value(clock.format(p.tsNanos()), "exchange time");
    if (p.nbbo().isPresent()) {
      String text =
          PrintNodes.dollars(p.nbbo().bidMicros())
              + " x "
              + PrintNodes.dollars(p.nbbo().askMicros());
      node.add(
          Node.reported("quote", "NBBO as of " + clock.format(p.nbbo().tsNanos()))
              .value(text, "dollars"));
    }
    node.add(Node.measured("location", "price against the NBBO").value(p.location(), ""));
    node.add(
        Node.inferred("class", "kind of report by its conditions, price and size")
            .value(PrintNodes.words(p.trfClass()), ""));
    node.add(
        Node.inferred("p-ats", "prior probability of an alternative trading system, not calibrated")
            .value(p.pAts(), "probability"));
    node.add(
        Node.inferred("retail-side", "by the midpoint, of sub-penny prints only")
            .value(PrintNodes.words(p.retailSide()), ""));
    return node;
  }

  Node dark(DarkInference d, int level) {
    Node node =
        Node.inferred(
                "dark",
                "%d off-exchange prints of %s that look like %s"
                    .formatted(d.prints(), d.symbolText(), PrintNodes.words(d.darkKind())))
            .value(d.confidence(), "a rule's grade, 0 to 1");
    FlowNodes.metric(node, "size", d.size(), "shares", "sum over the evidence");
    FlowNodes.metric(
        node,
        "prices",
        Price.format(d.lowMicros()) + " to " + Price.format(d.highMicros()),
        "dollars",
        "lowest and highest");
    FlowNodes.metric(
        node,
        "window",
        clock.format(d.fromNanos()) + " to " + clock.format(d.toNanos()),
        "",
        "first and last print");
    tree.evidence(
        node, d.evidence().stream().map(s -> new EventRef("equity-print", s)).toList(), level);
    node.more(d.prints() - d.evidence().size());
    return node;
  }

  Node zone(LiquidityZone z) {
    Node node =
        Node.inferred(
                "zone",
                "off-exchange volume of %s kept coming back between %s and %s"
                    .formatted(
                        z.symbolText(), Price.format(z.lowMicros()), Price.format(z.highMicros())))
            .value(z.strength(), "share of its volume left after decay");
    FlowNodes.metric(node, "volume", z.volume(), "shares", "since it was first seen");
    FlowNodes.metric(node, "prints", z.prints(), "prints", "since it was first seen");
    FlowNodes.metric(node, "windows", z.windows(), "windows", "that carried enough of it");
    return node;
  }

  Node strikes(StrikeBoard b) {
    Node node =
        Node.measured("strikes", "strikes of " + b.symbolText() + " around the money")
            .value(LocalDate.ofEpochDay(b.expiryDay()), "expiry");
    node.add(
        Node.measured("spot", "underlying as of " + clock.format(b.spotTsNanos()))
            .value(Price.format(b.spotMicros()), "dollars"));
    b.rows()
        .forEach(
            r ->
                FlowNodes.metric(
                    node,
                    "strike " + Price.format(r.strikeMicros()),
                    Price.format(r.signedPremiumMicros()),
                    "dollars",
                    "bought less sold, calls less puts, unknown sides left out"));
    return node;
  }

  Node minute(FlowMinute m) {
    Node node =
        Node.measured(
                "flow-minute", m.symbolText() + " from " + clock.format(m.startNanos()) + ", 60 s")
            .value(Price.format(m.netSignedMicros()), "dollars");
    FlowNodes.metric(
        node, "signed calls", Price.format(m.signedCallMicros()), "dollars", "bought less sold");
    FlowNodes.metric(
        node, "signed puts", Price.format(m.signedPutMicros()), "dollars", "bought less sold");
    FlowNodes.metric(
        node,
        "unclassified",
        m.unclassifiedShare(),
        "share of premium",
        "side unknown, legs included");
    return node;
  }

  Node heat(HeatCells h) {
    return Node.measured(
            "heat", h.symbolText() + " from " + clock.format(h.startNanos()) + ", 60 s")
        .value(h.cells().size(), "cells");
  }

  /// Without a priced contract a figure is not zero but unknown: its node has no value.
  private static Node bucket(BucketExposure b) {
    Node bucket = Node.inferred("bucket", "expiries: " + PrintNodes.words(b.bucket()));
    if (b.pricedPercent() >= 0) {
      bucket.value(b.pricedPercent(), "percent of open interest priced");
    }
    boolean interest = b.pricedInterest() > 0;
    gex(bucket, "long calls, short puts", b.naive().gex(), interest, "by open interest");
    gex(bucket, "short everything", b.allShort().gex(), interest, "by open interest");
    String band = "give or take " + b.flowBand();
    gex(bucket, "adjusted by the session's signed flow", b.flow().gex(), b.isResolved(), band);
    return bucket;
  }

  private static void gex(
      Node bucket, String label, double dollars, boolean resolved, String formula) {
    Node node = Node.inferred("gex", label);
    bucket.add(
        resolved
            ? node.value(dollars, "dollars per 1 %").formula(formula)
            : node.formula("unknown: nothing of it could be priced"));
  }

  Node exposure(ExposureComputed e) {
    Node node =
        Node.inferred(
                "exposure",
                "dealers' exposure in %s, if they stand where each sign model puts them"
                    .formatted(e.symbolText()))
            .value(e.spot(), "spot, dollars");
    for (BucketExposure b : e.buckets()) {
      node.add(bucket(b));
    }
    if (e.callWallMicros() > 0) {
      node.add(
          Node.inferred("call-wall", "largest call gamma by open interest")
              .value(Price.format(e.callWallMicros()), "strike"));
    }
    if (e.putWallMicros() > 0) {
      node.add(
          Node.inferred("put-wall", "largest put gamma by open interest")
              .value(Price.format(e.putWallMicros()), "strike"));
    }
    return node;
  }
}
