package io.truetape.feed.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.feed.synthetic.scenario.Family;
import io.truetape.feed.synthetic.scenario.Label;
import io.truetape.model.event.source.CalendarEntry;
import io.truetape.model.event.source.EquityPrint;
import io.truetape.model.event.source.EquityQuote;
import io.truetape.model.event.source.FeedStatus;
import io.truetape.model.event.source.NewsStory;
import io.truetape.model.event.source.OpenInterest;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.event.source.Rejected;
import io.truetape.model.event.source.TradingStatus;
import io.truetape.model.market.SaleCondition;
import io.truetape.model.market.Venue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Five minutes of the active mode, played once and looked at from many sides.
class SyntheticContentTest {
  private static final MarketDay DAY = new MarketDay(MarketDay.plan(SyntheticMode.ACTIVE));
  private static final Map<SaleCondition, Integer> CONDITIONS = new EnumMap<>(SaleCondition.class);
  private static final List<String> TEXTS = new ArrayList<>();
  private static final Map<Integer, EquityQuote> QUOTES = new HashMap<>();
  private static final Set<String> OFF_CLASSES = new TreeSet<>();
  private static final Set<Integer> OPEN_INTEREST = new HashSet<>();

  /// Terms of every print that may be taken back, as one number each.
  private static final Set<Long> TERMS = new HashSet<>();

  /// Exchange time by vendor sequence, which counts up from 1 without a hole.
  private static long[] sentAt = new long[1 << 20];

  private static int sequences;
  private static int optionPrints;
  private static int cancels;
  private static int strangers;

  @BeforeAll
  static void play() {
    DAY.play(
        320,
        event -> {
          switch (event) {
            case OptionPrint p -> option(p);
            case EquityQuote q -> QUOTES.put(q.symbol(), q);
            case EquityPrint p -> stock(p);
            case OpenInterest oi -> OPEN_INTEREST.add(oi.contract());
            case NewsStory n -> TEXTS.add(n.toString());
            case CalendarEntry c -> TEXTS.add(c.toString());
            case FeedStatus s -> TEXTS.add(s.toString());
            case TradingStatus s -> TEXTS.add(s.toString());
            case Rejected r -> TEXTS.add(r.toString());
            default -> {}
          }
        });
  }

  private static void option(OptionPrint p) {
    sent(p.vendorSequence(), p.sourceTsNanos());
    optionPrints++;
    SaleCondition condition = SaleCondition.of(p.condition());
    CONDITIONS.merge(condition, 1, Integer::sum);
    long terms =
        ((p.contract() * 1_000_003L + p.priceMicros()) * 1_000_003L + p.size()) * 61 + p.venue();
    if (!condition.isCancel()) {
      TERMS.add(terms);
      return;
    }
    cancels++;
    strangers += TERMS.contains(terms) ? 0 : 1;
  }

  private static void sent(long sequence, long tsNanos) {
    assertThat(sequence).isEqualTo(++sequences);
    if (sequences == sentAt.length) {
      sentAt = Arrays.copyOf(sentAt, 2 * sentAt.length);
    }
    sentAt[sequences] = tsNanos;
  }

  private static void stock(EquityPrint p) {
    sent(p.vendorSequence(), p.sourceTsNanos());
    EquityQuote quote = QUOTES.get(p.symbol());
    if (quote == null || !Venue.of(p.venue()).isTradeReportingFacility()) {
      return;
    }
    if (!p.conditions().isEmpty()) {
      OFF_CLASSES.add(p.conditions().substring(p.conditions().length() - 1));
      return;
    }
    OFF_CLASSES.add(p.size() >= 10_000 ? "block" : "small");
    long middle = quote.bidMicros() + quote.askMicros();
    OFF_CLASSES.add(
        p.priceMicros() * 2 == middle
            ? "midpoint"
            : p.priceMicros() % 10_000 == 0 ? "at quote" : "sub-penny");
  }

  @Test
  void everyFamilyOfSaleConditionsIsOnTheTape() {
    Set<String> classes = new TreeSet<>();
    CONDITIONS.keySet().forEach(c -> classes.add(c.conditionClass()));
    assertThat(classes)
        .containsExactly(
            "auction",
            "cancel",
            "compression",
            "cross",
            "extended",
            "floor",
            "iso",
            "late",
            "multi-leg",
            "regular",
            "stock-tied");
    assertThat(CONDITIONS)
        .containsKeys(
            SaleCondition.MULTI_LEG,
            SaleCondition.MULTI_LEG_AUCTION,
            SaleCondition.MULTI_LEG_CROSS,
            SaleCondition.MULTI_LEG_FLOOR,
            SaleCondition.MULTI_LEG_VS_SINGLE,
            SaleCondition.MULTI_LEG_AUCTION_VS_SINGLE,
            SaleCondition.MULTI_LEG_FLOOR_VS_SINGLE);
    assertThat(CONDITIONS.getOrDefault(SaleCondition.ELECTRONIC, 0) / (double) optionPrints)
        .isBetween(0.52, 0.70);
  }

  @Test
  void everyClassOfOffExchangePrintIsOnTheTape() {
    assertThat(OFF_CLASSES)
        .contains("sub-penny", "midpoint", "at quote", "block", "7", "W", "4", "Z", "T");
  }

  @Test
  void everyScenarioIsPlayedAndEveryFamilyHasAtLeastFour() {
    Map<Family, Set<String>> played = new EnumMap<>(Family.class);
    for (Label label : DAY.labels) {
      played.computeIfAbsent(label.family(), _ -> new TreeSet<>()).add(label.scenario());
    }
    assertThat(played.values().stream().mapToInt(Set::size).sum())
        .isEqualTo(DAY.market.scenarioIds().size())
        .isGreaterThanOrEqualTo(24);
    assertThat(played).hasSize(Family.values().length);
    played.values().forEach(ids -> assertThat(ids).hasSizeGreaterThanOrEqualTo(4));
  }

  @Test
  void labelsPointAtPrintsOfTheirOwnTime() {
    for (Label label : DAY.labels) {
      assertThat(label.sequences()).isNotEmpty();
      for (long sequence : label.sequences()) {
        assertThat(sequence).isBetween(1L, (long) sequences);
        assertThat(sentAt[(int) sequence])
            .isBetween(label.fromTsNanos(), label.toTsNanos() + 1_000_000);
      }
    }
  }

  @Test
  void noEventSaysWhatWasActed() {
    List<String> secrets = new ArrayList<>(DAY.market.scenarioIds());
    for (Family family : Family.values()) {
      secrets.add(family.text());
    }
    assertThat(TEXTS).isNotEmpty();
    for (String text : TEXTS) {
      assertThat(text.toLowerCase(java.util.Locale.ROOT)).doesNotContain(secrets);
    }
  }

  @Test
  void everyCancelTakesBackAnEarlierPrint() {
    assertThat(cancels).isGreaterThan(100);
    assertThat(strangers).isZero();
  }

  @Test
  void everyContractHasOpenInterestBeforeItTrades() {
    assertThat(OPEN_INTEREST).hasSize(DAY.listings.contracts().size());
  }
}
