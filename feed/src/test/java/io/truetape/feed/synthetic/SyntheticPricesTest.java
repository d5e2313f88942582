package io.truetape.feed.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.truetape.model.event.source.EquityQuote;
import io.truetape.model.event.source.OptionQuote;
import io.truetape.model.market.Right;
import io.truetape.model.market.Venue;
import io.truetape.model.symbol.Contract;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SyntheticPricesTest {
  private final MarketDay day = new MarketDay(MarketDay.plan(SyntheticMode.REALISTIC));
  private final Map<Integer, OptionQuote> book = new HashMap<>();
  private final Map<Integer, Long> quotedAt = new HashMap<>();
  private long quotes;
  private long ordered;
  private double spy;

  @Test
  void quotesAreOrderedInTimeAndMostlyInPrice() {
    play(120);
    assertThat(ordered / (double) quotes).isBetween(0.99, 0.99999);
  }

  @Test
  void putsAndCallsOfOneStrikeAgreeOnTheForward() {
    play(0.5);
    int pairs = 0;
    for (Contract call : day.listings.contracts()) {
      if (!call.root().equals("SPY")
          || call.right() == Right.PUT
          || call.expiryDay() > 20_500
          || Math.abs(call.strikeMicros() * 1e-6 / spy - 1) > 0.015) {
        continue;
      }
      Contract put = Contract.standard("SPY", call.expiryDay(), Right.PUT, call.strikeMicros());
      OptionQuote c = book.get(number(call));
      OptionQuote p = book.get(number(put));
      if (c == null || p == null || c.bidMicros() <= 0 || p.bidMicros() <= 0) {
        continue;
      }
      pairs++;
      double parity = (mid(c) - mid(p)) + call.strikeMicros() * 1e-6;
      double years = Math.max(1, call.expiryDay() - SyntheticPlan.FIRST_DAY) / 365.0;
      assertThat(parity)
          .as("%s", call)
          .isCloseTo(spy + call.strikeMicros() * 1e-6 * 0.036 * years, within(0.4));
    }
    assertThat(pairs).isGreaterThan(80);
  }

  @Test
  void asksCoverIntrinsicValue() {
    play(0.5);
    List<Contract> contracts = day.listings.contracts();
    long below =
        book.values().stream()
            .filter(
                q -> {
                  Contract t = contracts.get(q.contract() - 1);
                  double strike = t.strikeMicros() * 1e-6;
                  double intrinsic = t.isCall() ? spy - strike : strike - spy;
                  return t.root().equals("SPY") && q.askMicros() * 1e-6 < intrinsic * 0.995 - 0.5;
                })
            .count();
    assertThat(below).isLessThan(5);
  }

  private void play(double seconds) {
    int spyNumber = day.listings.symbol("SPY", io.truetape.model.symbol.SymbolKind.ETF);
    day.play(
        seconds,
        event -> {
          if (event instanceof EquityQuote q && q.symbol() == spyNumber) {
            spy = (q.bidMicros() + q.askMicros()) / 2e6;
          }
          if (event instanceof OptionQuote q && q.venue() == Venue.OPRA.code()) {
            quotes++;
            ordered += q.bidMicros() < q.askMicros() && q.bidMicros() >= 0 ? 1 : 0;
            Long before = quotedAt.put(q.contract(), q.sourceTsNanos());
            assertThat(before == null || before < q.sourceTsNanos()).isTrue();
            book.put(q.contract(), q);
          }
        });
  }

  private int number(Contract terms) {
    return day.listings.contract(terms);
  }

  private static double mid(OptionQuote q) {
    return (q.bidMicros() + q.askMicros()) / 2e6;
  }
}
