package io.truetape.server.explain;

import io.truetape.model.event.derived.CandleClosed;
import io.truetape.model.market.CandleInterval;
import io.truetape.model.price.Price;
import io.truetape.model.symbol.Contract;
import io.truetape.model.symbol.Osi;
import io.truetape.model.text.BadInput;
import io.truetape.model.time.SessionClock;
import io.truetape.server.ask.Problem;
import io.truetape.store.query.Candles;
import io.truetape.store.query.Condition;
import io.truetape.store.query.FlowFilter;
import io.truetape.store.query.FlowQuery;
import io.truetape.store.query.FlowSort;
import io.truetape.store.query.Prints;
import io.truetape.store.query.StoredPrint;
import io.truetape.store.query.WholeField;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A candle: what its prices and sums are made of. One of an option contract shows its prints.
final class CandleNodes {
  static final String KIND = "candle";
  private final Candles candles;
  private final Prints prints;
  private final SessionClock clock;

  CandleNodes(Candles candles, Prints prints, SessionClock clock) {
    this.candles = candles;
    this.prints = prints;
    this.clock = clock;
  }

  /// The candle of `subject` (a symbol, or a contract in OCC form) that starts at `start`.
  Optional<Node> of(Tree tree, String subject, long start, String text) {
    CandleInterval interval = interval(text.isEmpty() ? CandleInterval.M1.text() : text);
    Optional<Contract> contract = contract(subject);
    List<CandleClosed> found =
        contract.isPresent()
            ? candles.ofContract(contract.get(), interval, start, start + 1, 1)
            : candles.between(subject, interval, start, start + 1, 1);
    return found.stream()
        .findFirst()
        .map(
            c -> {
              String id = KIND + ":" + subject + "@" + start + ":" + interval.text();
              Node node = node(c, contract.isPresent()).named(id, -1);
              contract.ifPresent(terms -> evidence(tree, node, c, terms));
              return node;
            });
  }

  private Node node(CandleClosed c, boolean ofContract) {
    Node node =
        Node.measured(
                KIND,
                "%s of %s from %s, revision %d"
                    .formatted(
                        c.interval().text(),
                        c.symbolText(),
                        clock.format(c.startNanos()),
                        c.revision()))
            .value(Price.format(c.closeMicros()), "dollars, close");
    String which =
        ofContract
            ? "prints whose condition may set the last price, cancelled ones left out"
            : "stock prints whose condition may set the last price, or index levels; regular hours";
    price(node, "open", c.openMicros(), "first of " + which);
    price(node, "high", c.highMicros(), "highest of " + which);
    price(node, "low", c.lowMicros(), "lowest of " + which);
    price(node, "close", c.closeMicros(), "last of " + which);
    String unit = ofContract ? "contracts" : "shares";
    FlowNodes.metric(node, "volume", c.volume(), unit, "sum of sizes that count for volume");
    price(node, "vwap", c.vwapMicros(), "sum of price x size / sum of size, of the same");
    FlowNodes.metric(node, "trades", c.trades(), "prints", "that count for volume");
    if (!ofContract) {
      String off = "the part reported by FINRA facilities";
      FlowNodes.metric(node, "offExchangeVolume", c.offExchangeVolume(), unit, off);
      node.add(
          Node.reported("inputs", "its prints are in the log; stock prints are not kept here"));
    }
    return node;
  }

  private static void price(Node node, String label, long micros, String formula) {
    FlowNodes.metric(node, label, Price.format(micros), "dollars", formula);
  }

  private void evidence(Tree tree, Node node, CandleClosed c, Contract contract) {
    FlowFilter filter =
        new FlowFilter(
            List.of(
                Condition.OfContract.of(contract),
                new Condition.WholeRange(WholeField.TS_NANOS, c.startNanos(), c.tsNanos() - 1)));
    List<StoredPrint> found =
        prints
            .page(new FlowQuery(filter, FlowSort.TIME, false, Optional.empty(), Tree.BREADTH))
            .prints();
    found.forEach(print -> node.add(tree.print(print)));
    node.more((int) prints.summary(filter).prints() - found.size());
  }

  private static Optional<Contract> contract(String subject) {
    try {
      return Optional.of(Osi.parse(subject));
    } catch (BadInput e) {
      return Optional.empty();
    }
  }

  private static CandleInterval interval(String text) {
    return Stream.of(CandleInterval.values())
        .filter(i -> i.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.parameter(
                    "id",
                    text,
                    "there are no \"" + text + "\" candles",
                    Stream.of(CandleInterval.values()).map(CandleInterval::text).toList(),
                    ""));
  }
}
