package io.truetape.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.market.Chip;
import io.truetape.store.SamplePrints;
import io.truetape.store.query.CodeField;
import io.truetape.store.query.Condition;
import io.truetape.store.query.FlowFilter;
import io.truetape.store.query.FlowQuery;
import io.truetape.store.query.FlowSort;
import io.truetape.store.query.Position;
import io.truetape.store.query.PrintPage;
import io.truetape.store.query.Prints;
import io.truetape.store.query.Prints.FacetCount;
import io.truetape.store.query.RatioField;
import io.truetape.store.query.WholeField;
import io.truetape.store.query.view.ViewPolicy;
import io.truetape.testkit.Property;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The store's SQL against a plain scan of the same prints.
final class FilterProperties {
  private static final int PRINTS = 3_000;
  private final List<ChippedPrint> prints = new ArrayList<>();
  private final DuckStore store;
  private final Prints asked;

  FilterProperties(@TempDir Path folder) {
    store = DuckStore.open(StorePlan.in(folder));
    SamplePrints source = new SamplePrints(21);
    for (int i = 1; i <= PRINTS; i++) {
      prints.add(source.next(i, i / 5 * 40_000_000_000L));
    }
    DuckStoreTest.feed(store.writer(), prints);
    asked = store.prints();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void everyFilterAnswersAsAPlainScanWould() {
    Property.forAll(
        "filters",
        150,
        gen -> {
          FlowFilter filter = filter(gen);
          List<Long> expected =
              prints.stream().filter(filter::matches).map(ChippedPrint::printSeq).toList();
          assertThat(asked.summary(filter).prints()).as("%s", filter).isEqualTo(expected.size());
          List<Long> found = seqs(asked.causedWithin(filter, 0, Long.MAX_VALUE, PRINTS));
          assertThat(found).as("%s", filter).isEqualTo(expected);
        });
  }

  @Test
  void pagesOverEqualKeysLoseAndRepeatNothing() {
    Property.forAll(
        "pages",
        40,
        gen -> {
          FlowFilter filter = gen.chance(0.5) ? FlowFilter.everything() : filter(gen);
          FlowSort sort = gen.oneOf(FlowSort.values());
          boolean descending = gen.chance(0.5);
          int limit = gen.between(40, 1_000);
          Comparator<ChippedPrint> order =
              Comparator.<ChippedPrint>comparingDouble(p -> key(sort, p))
                  .thenComparingLong(ChippedPrint::printSeq);
          List<Long> expected =
              prints.stream()
                  .filter(filter::matches)
                  .sorted(descending ? order.reversed() : order)
                  .map(ChippedPrint::printSeq)
                  .toList();
          List<Long> found = new ArrayList<>();
          Optional<Position> after = Optional.empty();
          do {
            PrintPage page = asked.page(new FlowQuery(filter, sort, descending, after, limit));
            found.addAll(seqs(page.prints()));
            after = page.next();
          } while (after.isPresent());
          assertThat(found).as("%s %s", sort, filter).isEqualTo(expected);
        });
  }

  @Test
  void facetsOfOneFieldAddUpToAllPrints() {
    List<FacetCount> facets = asked.facets(FlowFilter.everything(), 500);
    for (String field : List.of("symbol", "right", "side", "location", "venue", "session")) {
      long sum =
          facets.stream().filter(f -> f.field().equals(field)).mapToLong(FacetCount::prints).sum();
      assertThat(sum).as(field).isEqualTo(PRINTS);
    }
  }

  private static double key(FlowSort sort, ChippedPrint p) {
    return switch (sort) {
      case TIME -> (double) (p.tsNanos() - SamplePrints.OPEN_NANOS);
      case PREMIUM -> (double) p.measured().premiumMicros();
      case SIZE -> p.print().size();
      case SIG_SCORE -> p.measured().sigScore() < 0 ? -1 : p.measured().sigScore();
    };
  }

  private static List<Long> seqs(List<io.truetape.store.query.StoredPrint> found) {
    return found.stream().map(p -> p.print().printSeq()).toList();
  }

  private FlowFilter filter(Property.Gen gen) {
    List<Condition> out = new ArrayList<>();
    for (int i = gen.between(1, 4); i > 0; i--) {
      out.add(condition(gen));
    }
    return new FlowFilter(out);
  }

  /// A view among prices of the sample, so that every one of its rules decides something.
  private static Condition view(Property.Gen gen) {
    return new ViewPolicy(
            gen.between(0, 20_000) * 1_000_000L,
            gen.between(50_000, 2_000_000) * 1_000_000L,
            gen.between(0, 100) / 100.0,
            gen.between(0, 400_000) * 1_000_000L,
            gen.between(0, 400_000) * 1_000_000L,
            gen.between(0, 100) / 100.0,
            gen.between(0, 400_000) * 1_000_000L,
            gen.between(0, 400_000) * 1_000_000L,
            gen.between(1, 500),
            gen.between(0, 2_000) * 1_000L)
        .condition();
  }

  private Condition condition(Property.Gen gen) {
    ChippedPrint p = prints.get(gen.between(0, PRINTS - 1));
    ChippedPrint q = prints.get(gen.between(0, PRINTS - 1));
    return switch (gen.between(0, 9)) {
      case 0 ->
          new Condition.SymbolIn(
              List.of(gen.oneOf("SPX", "SPXW", "AAPL", "BRK.B", "NONE"), p.contract().root()));
      case 1 -> {
        CodeField field = gen.oneOf(CodeField.values());
        yield new Condition.OneOf(field, List.of(field.of(p), field.of(q)));
      }
      case 2 -> {
        WholeField field = gen.oneOf(WholeField.values());
        long min = gen.chance(0.3) ? Long.MIN_VALUE : field.of(p);
        yield new Condition.WholeRange(field, min, gen.chance(0.3) ? Long.MAX_VALUE : field.of(q));
      }
      case 3 -> {
        RatioField field = gen.oneOf(RatioField.values());
        double at = field.of(p);
        yield gen.chance(0.5)
            ? new Condition.RatioRange(field, Double.isNaN(at) ? 0 : at, Double.MAX_VALUE)
            : new Condition.RatioRange(field, -Double.MAX_VALUE, Double.isNaN(at) ? 1 : at);
      }
      case 4 -> new Condition.Absent(gen.oneOf(RatioField.values()));
      case 5 -> Condition.OfContract.of(p.contract());
      case 6 -> Condition.AnyOf.of(condition(gen), condition(gen));
      case 7 -> Condition.AllOf.of(condition(gen), condition(gen));
      case 8 -> view(gen);
      default ->
          new Condition.Chips(
              gen.oneOf(Chip.values()).bit(), gen.chance(0.5) ? 0 : Chip.LATE.bit());
    };
  }
}
