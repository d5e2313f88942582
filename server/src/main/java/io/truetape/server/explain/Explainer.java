package io.truetape.server.explain;

import io.truetape.model.time.SessionClock;
import io.truetape.server.ask.Problem;
import io.truetape.server.view.Json;
import io.truetape.store.query.Candles;
import io.truetape.store.query.Prints;
import io.truetape.store.query.meaning.Fact;
import io.truetape.store.query.meaning.Facts;
import io.truetape.store.query.meaning.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Explains anything by its name: `kind:seq` or `kind:seq:part`; candles, which
/// are no single conclusion, by `candle:symbol@start:interval`.
public final class Explainer {
  private final Facts facts;
  private final Prints prints;
  private final SessionClock clock;
  private final CandleNodes candleNodes;

  public Explainer(Facts facts, Prints prints, Candles candles, SessionClock clock) {
    this.candleNodes = new CandleNodes(candles, prints, clock);
    this.facts = facts;
    this.prints = prints;
    this.clock = clock;
  }

  /// Kinds that have an explanation.
  public static List<String> kinds() {
    List<String> out = new ArrayList<>(List.of("print", CandleNodes.KIND));
    for (Resource resource : Resource.values()) {
      out.add(resource.refKind());
    }
    return out;
  }

  /// The tree as JSON, at most `depth` references deep; a problem says what was wrong with the name.
  public String explain(String id, int depth) {
    int colon = id.indexOf(':');
    String kind = colon < 0 ? id : id.substring(0, colon);
    String rest = colon < 0 ? "" : id.substring(colon + 1);
    int next = rest.indexOf(':');
    String number = next < 0 ? rest : rest.substring(0, next);
    String part = next < 0 ? "" : rest.substring(next + 1);
    if (!kinds().contains(kind)) {
      throw Problem.parameter("id", id, "there is no kind \"" + kind + "\"", kinds(), "");
    }
    Tree tree = new Tree(facts, prints, clock, depth);
    Node root =
        find(tree, kind, number, part)
            .orElseThrow(() -> Problem.of(404, "not found", "nothing is kept as " + id));
    Json out = new Json(32_768);
    root.write(out);
    return out.toString();
  }

  private Optional<Node> find(Tree tree, String kind, String number, String part) {
    if (kind.equals(CandleNodes.KIND)) {
      int at = number.indexOf('@');
      if (at < 0) {
        throw Problem.parameter(
            "id", kind + ":" + number, "expected candle:symbol@start:interval, start in UTC ns");
      }
      long start = seq(kind, number.substring(at + 1));
      return candleNodes.of(tree, number.substring(0, at), start, part);
    }
    if (number.contains("@")) {
      return asOf(tree, kind, number);
    }
    long seq = seq(kind, number);
    if (kind.equals("print")) {
      return prints.byId(seq).map(p -> tree.print(p));
    }
    Resource resource = Resource.ofRef(kind).orElseThrow();
    for (Fact fact : facts.named(resource, seq)) {
      if (fact.name().answers(part)) {
        return Optional.of(tree.fact(fact, 0));
      }
    }
    return Optional.empty();
  }

  /// `exposure:SPX@time`: the last one about a symbol by then.
  private Optional<Node> asOf(Tree tree, String kind, String text) {
    int at = text.indexOf('@');
    Optional<Resource> resource = Resource.ofRef(kind);
    if (resource.isEmpty()) {
      return Optional.empty();
    }
    long time = seq(kind, text.substring(at + 1));
    return facts.asOf(resource.get(), text.substring(0, at), time).map(f -> tree.fact(f, 0));
  }

  private static long seq(String kind, String number) {
    try {
      return Long.parseLong(number);
    } catch (NumberFormatException e) {
      throw Problem.parameter("id", kind + ":" + number, "expected kind:seq, e.g. packet:1234");
    }
  }
}
