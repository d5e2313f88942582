package io.truetape.server.explain;

import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.QuotedPrint;
import io.truetape.model.event.derived.WindowedPrint;
import io.truetape.model.market.Chip;
import io.truetape.model.market.Venue;
import io.truetape.model.price.Price;
import io.truetape.model.symbol.Contract;
import io.truetape.model.time.SessionClock;
import io.truetape.server.view.PrintMetrics;
import io.truetape.store.query.StoredPrint;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;

/// An option print: what was reported, what was measured beside it, who probably crossed.
final class PrintNodes {
  private final SessionClock clock;
  private final PrintMetrics metrics;

  PrintNodes(SessionClock clock) {
    this.clock = clock;
    this.metrics = new PrintMetrics(clock);
  }

  Node of(StoredPrint stored) {
    ChippedPrint p = stored.print();
    String what =
        "%d x %s at %s on %s"
            .formatted(
                p.print().size(),
                terms(p.contract()),
                Price.format(p.print().priceMicros()),
                Venue.label(p.print().venue()));
    Node node =
        Node.reported("print", what)
            .named("print:" + p.printSeq(), p.printSeq())
            .value(clock.format(p.tsNanos()), "exchange time");
    String code = p.normalized().condition().meaning();
    node.add(
        Node.reported("sale-condition", code).value(p.normalized().condition().mnemonic(), ""));
    node.add(quote(p.quoted()));
    if (p.quoted().hasSpot()) {
      node.add(
          Node.measured("spot", "underlying as of " + clock.format(p.quoted().spotTsNanos()))
              .value(Price.format(p.quoted().spotDoubleMicros() / 2), "dollars")
              .formula("(bid + ask) / 2"));
    }
    node.add(interest(p.windowed()));
    for (PrintMetrics.Metric m : metrics.of(p)) {
      node.add(metric(m));
    }
    node.add(side(p));
    String chips = Chip.of(p.chips()).stream().map(Chip::label).collect(Collectors.joining(" "));
    node.add(
        Node.inferred("chips", "labels; each one's test is at /flow/" + p.printSeq() + "/explain")
            .value(chips, ""));
    if (stored.cancelled()) {
      node.add(
          Node.reported("amended", "taken back later: " + stored.amendReason())
              .named("", stored.amendSeq()));
    }
    return node;
  }

  private static Node metric(PrintMetrics.Metric m) {
    Node node =
        switch (m.basis()) {
          case "reported" -> Node.reported("metric", m.label());
          case "inferred" -> Node.inferred("metric", m.label());
          default -> Node.measured("metric", m.label());
        };
    return (m.value().isEmpty() ? node : node.value(m.value(), m.unit())).formula(m.formula());
  }

  private Node quote(QuotedPrint q) {
    if (!q.nbbo().isPresent()) {
      return Node.reported("quote", "no quote as of the print");
    }
    String text = dollars(q.nbbo().bidMicros()) + " x " + dollars(q.nbbo().askMicros());
    return Node.reported(
            "quote",
            "NBBO as of %s; the price stood %s"
                .formatted(clock.format(q.nbbo().tsNanos()), words(q.location())))
        .value(text, "dollars")
        .formula("last quote stamped at or before the print");
  }

  private static Node interest(WindowedPrint w) {
    if (w.openInterest() < 0) {
      return Node.reported("open-interest", "open interest is not known");
    }
    return Node.reported("open-interest", "as published for " + LocalDate.ofEpochDay(w.oiAsOfDay()))
        .value(w.openInterest(), "contracts");
  }

  private static Node side(ChippedPrint p) {
    return Node.inferred(
            "side", "probably a " + words(p.sided().side()) + "; " + p.sided().rule().meaning())
        .value(p.sided().pBuy(), "probability of a buy")
        .formula("published accuracy of this rule here: " + p.sided().expectedAccuracy());
  }

  static String words(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String terms(Contract c) {
    return "%s %s %s %s"
        .formatted(
            c.root(),
            LocalDate.ofEpochDay(c.expiryDay()),
            Price.format(c.strikeMicros()),
            words(c.right()));
  }

  static String dollars(long micros) {
    return micros < 0 ? "none" : Price.format(micros);
  }
}
