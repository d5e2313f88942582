package io.truetape.store.query.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.MeasuredPrint;
import io.truetape.model.event.derived.QuotedPrint;
import io.truetape.model.event.derived.SidedPrint;
import io.truetape.model.event.derived.WindowedPrint;
import io.truetape.model.event.derived.greeks.PricedPrint;
import io.truetape.model.market.Chip;
import io.truetape.model.market.GreeksAbsence;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.QuoteLocation;
import io.truetape.model.market.Sentiment;
import io.truetape.model.market.Side;
import io.truetape.store.SamplePrints;
import io.truetape.store.query.Condition;
import org.junit.jupiter.api.Test;

/// The standard numbers of `smart-money` (docs/methods/views.md).
final class ViewPolicyTest {
  private static final long K = 1_000_000_000L;
  private static final long MILLIS = 1_000_000L;
  private static final Condition SMART =
      new ViewPolicy(
              10 * K, 100 * K, 0.75, 25 * K, 20 * K, 0.95, 50 * K, 25 * K, 500, 1_500 * MILLIS)
          .condition();

  @Test
  void aSaleIsAsVisibleAsAPurchase() {
    for (long premium = 4; premium <= 128; premium += 4) {
      for (int percent = -5; percent <= 100; percent += 5) {
        double place = percent < 0 ? -1 : percent / 100.0;
        assertThat(shown(QuoteLocation.BID, premium * K, place, 1, 0))
            .isEqualTo(shown(QuoteLocation.ASK, premium * K, place, 1, 0));
        assertThat(shown(QuoteLocation.BELOW_BID, premium * K, place, 1, 0))
            .isEqualTo(shown(QuoteLocation.ABOVE_ASK, premium * K, place, 1, 0));
      }
    }
  }

  @Test
  void whatIsOrdinaryInItsContractNeedsToBeLarge() {
    assertThat(shown(QuoteLocation.BID, 60 * K, 0.74, 1, 0)).isFalse();
    assertThat(shown(QuoteLocation.BID, 10 * K, 0.75, 1, 0)).isTrue();
    assertThat(shown(QuoteLocation.BID, 10 * K - 1, 1.0, 1, 0)).isFalse();
    assertThat(shown(QuoteLocation.BID, 100 * K, 0.0, 1, 0)).isTrue();
  }

  @Test
  void aContractWithoutAPlaceYetIsMeasuredInDollars() {
    assertThat(shown(QuoteLocation.ASK, 25 * K - 1, -1, 1, 0)).isFalse();
    assertThat(shown(QuoteLocation.ASK, 25 * K, -1, 1, 0)).isTrue();
  }

  @Test
  void insideTheSpreadOnlyWhatStandsOutOrSweepsIsShown() {
    assertThat(shown(QuoteLocation.MID, 60 * K, 0.94, 1, 0)).isFalse();
    assertThat(shown(QuoteLocation.MID, 60 * K, 0.95, 1, 0)).isTrue();
    assertThat(shown(QuoteLocation.MID, 19 * K, 0.95, 1, 0)).isFalse();
    assertThat(shown(QuoteLocation.MID, 25 * K, -1, 1, Chip.SWEEPS.bit())).isTrue();
    assertThat(shown(QuoteLocation.MID, 24 * K, -1, 1, Chip.SWEEPS.bit())).isFalse();
    assertThat(shown(QuoteLocation.MID, 20 * K, -1, 500, 0)).isTrue();
    assertThat(shown(QuoteLocation.MID, 20 * K, -1, 499, 0)).isFalse();
  }

  @Test
  void aQuoteMayBeAsOldAsTheViewAllowsNotOnlyAsOldAsTheJoinAllows() {
    long sweep = Chip.SWEEPS.bit();
    assertThat(shown(QuoteLocation.STALE, 25 * K, -1, 1, sweep, 1_500 * MILLIS)).isTrue();
    assertThat(shown(QuoteLocation.STALE, 25 * K, -1, 1, sweep, 1_500 * MILLIS + 1)).isFalse();
    assertThat(shown(QuoteLocation.STALE, 50 * K, -1, 1, sweep, 9_000 * MILLIS)).isTrue();
    assertThat(shown(QuoteLocation.NO_QUOTE, 49 * K, 1.0, 900, 0)).isFalse();
    assertThat(shown(QuoteLocation.NO_QUOTE, 50 * K, 1.0, 900, 0)).isTrue();
  }

  private static boolean shown(
      QuoteLocation location, long premium, double place, int size, long chips) {
    return shown(location, premium, place, size, chips, MILLIS);
  }

  private static boolean shown(
      QuoteLocation location, long premium, double place, int size, long chips, long ageNanos) {
    ChippedPrint sample = new SamplePrints(3).next(1, 0);
    QuotedPrint q = sample.quoted();
    var o = sample.print();
    var print =
        new io.truetape.model.event.source.OptionPrint(
            o.sourceTsNanos(),
            o.ingestTsNanos(),
            o.feed(),
            o.contract(),
            o.priceMicros(),
            size,
            o.venue(),
            o.condition(),
            o.vendorSequence(),
            Nbbo.NONE,
            o.vendor(),
            o.flags());
    var n = q.print();
    var normalized =
        new io.truetape.model.event.derived.NormalizedPrint(
            print, 1, n.contract(), n.tradeDay(), n.phase(), n.condition(), n.arrival());
    Nbbo nbbo = new Nbbo(1_000_000, 1_100_000, 5, 5, o.sourceTsNanos() - ageNanos);
    QuotedPrint quoted = new QuotedPrint(normalized, nbbo, location, q.joinQuality(), 0, 0);
    SidedPrint sided = new SidedPrint(quoted, 0.5, Side.UNKNOWN, sample.sided().rule(), 0.5);
    PricedPrint priced = PricedPrint.without(sided, GreeksAbsence.NO_SPOT);
    WindowedPrint windowed =
        new WindowedPrint(priced, 1, -1, 0, 1, 1, 1, 0, 0, -1, -1, place, -1, 0, false, -1, -1, -1);
    return SMART.matches(
        new ChippedPrint(
            new MeasuredPrint(windowed, premium, 0, 0, false, -1, Sentiment.NEUTRAL, 0, -1, 0),
            chips));
  }
}
