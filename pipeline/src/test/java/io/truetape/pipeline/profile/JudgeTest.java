package io.truetape.pipeline.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truetape.model.event.derived.meaning.Abstention;
import io.truetape.model.event.derived.meaning.Band;
import io.truetape.model.event.derived.meaning.Profile;
import io.truetape.model.event.derived.meaning.ProfileFeatures;
import io.truetape.model.event.derived.meaning.ProfileScore;
import io.truetape.model.event.derived.meaning.Reason;
import io.truetape.model.event.derived.packet.StructureType;
import io.truetape.model.market.Sentiment;
import io.truetape.model.text.BadInput;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Penalties, abstention and bands, from features written down.
class JudgeTest {
  private static final Clean CLEAN = new Clean(375_000_000_000L, 1, 0, 0, 0, 1, -1, 1);

  /// What varies; the rest is that of a call bought in five fills, five weeks out.
  private record Clean(
      long premiumMicros,
      double quality,
      double stale,
      double late,
      double inside,
      double bias,
      double spreadBps,
      double buy) {
    ProfileFeatures features() {
      return features(35, -1);
    }

    ProfileFeatures features(int dte, int daysToEarnings) {
      return features(dte, daysToEarnings, -1);
    }

    ProfileFeatures features(int dte, int daysToEarnings, double rank) {
      return new ProfileFeatures(
          premiumMicros,
          1_500,
          5,
          1,
          4_000_000L,
          5,
          quality,
          1,
          stale,
          inside,
          spreadBps,
          buy,
          0,
          bias,
          0.2,
          300,
          dte,
          5,
          true,
          0.35,
          true,
          0.3,
          0,
          0,
          daysToEarnings,
          true,
          true,
          StructureType.OTHER,
          false,
          0,
          false,
          1,
          0,
          rank,
          1 - late,
          0,
          0,
          1,
          late,
          0);
    }

    Judge.Verdict verdict() {
      return verdict(features());
    }

    static Judge.Verdict verdict(ProfileFeatures features) {
      return new Judge(ProfileRules.standard()).judge(features, Sentiment.NEUTRAL);
    }
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.225", "1, 0.45"})
  void aPenaltyIsGradedByItsShare(double stale, double weight) {
    Judge.Verdict verdict = new Clean(375_000_000_000L, 1, stale, 0, 0, 1, -1, 1).verdict();

    assertThat(verdict.suppressed()).containsExactly(new Reason("stale_quotes", weight));
    assertThat(verdict.scores().getFirst().penalty()).isEqualTo(weight);
  }

  @Test
  void penaltiesAddUpAndAreCapped() {
    Judge.Verdict two = new Clean(375_000_000_000L, 1, 0.2, 0.4, 0, 1, -1, 1).verdict();
    Judge.Verdict all = new Clean(375_000_000_000L, 1, 1, 1, 1, 0, 4_000, 0).verdict();

    assertThat(two.scores().getFirst().penalty())
        .isCloseTo(0.2 * 0.45 + 0.4 * 0.49, Offset.offset(1e-9));
    assertThat(all.suppressed()).hasSize(5);
    assertThat(all.scores().getFirst().penalty()).isEqualTo(0.7);
  }

  @ParameterizedTest
  @CsvSource({
    "stale_quotes, 375000, 1, 0, 0, 1, -1",
    "late_reports, 375000, 0, 1, 0, 1, -1",
    "inside_the_market, 375000, 0, 0, 1, 1, -1",
    "no_one_side, 375000, 0, 0, 0, 0, -1",
    "wide_quotes, 375000, 0, 0, 0, 1, 9000",
    "little_premium, 5000, 0, 0, 0, 1, -1",
  })
  void onePenaltyAloneNeverForcesAbstention(
      String code,
      long dollars,
      double stale,
      double late,
      double inside,
      double bias,
      double bps) {
    Judge.Verdict verdict =
        new Clean(dollars * 1_000_000, 1, stale, late, inside, bias, bps, 1).verdict();

    assertThat(verdict.suppressed()).extracting(Reason::code).containsExactly(code);
    assertThat(verdict.abstentions()).doesNotContain(Abstention.PENALTY_TOO_HIGH);
  }

  @Test
  void aRuleSetInWhichOnePenaltyWouldIsRefused() {
    assertThatThrownBy(() -> withLatePenalty(0.5))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("0.5 alone reaches profile.maximumPenalty");
    assertThat(withLatePenalty(0.49).latePenalty()).isEqualTo(0.49);
  }

  @Test
  void everyReasonOfAbstentionIsGivenWhenItHolds() {
    assertThat(CLEAN.verdict().abstentions()).isEmpty();
    assertThat(new Clean(375_000_000_000L, 1, 0, 0, 0, 0, -1, 0).verdict().abstentions())
        .contains(Abstention.FIT_TOO_LOW);
    assertThat(Clean.verdict(CLEAN.features(12, 15)).abstentions())
        .containsExactly(Abstention.MARGIN_TOO_SMALL);
    assertThat(new Clean(20_000_000_000L, 0.1, 0, 0, 0, 0.5, -1, 0).verdict().abstentions())
        .contains(Abstention.EVIDENCE_TOO_WEAK);
    assertThat(new Clean(375_000_000_000L, 1, 0.6, 0.6, 0, 1, -1, 1).verdict().abstentions())
        .containsExactly(Abstention.PENALTY_TOO_HIGH);
  }

  @Test
  void premiumCountsByItsRankInTheSymbolWhereThereIsOne() {
    Clean ten = new Clean(10_000_000_000L, 1, 0, 0, 0, 1, -1, 1);

    assertThat(large(CLEAN.features(35, -1, 0.5))).isZero();
    assertThat(large(CLEAN.features(35, -1, 0.725))).isCloseTo(0.12, Offset.offset(1e-9));
    assertThat(large(ten.features(35, -1, 0.95))).isCloseTo(0.24, Offset.offset(1e-9));
    assertThat(large(ten.features())).isCloseTo(0.02, Offset.offset(1e-9));
  }

  /// What a large premium added to the directional profile.
  private static double large(ProfileFeatures features) {
    return Clean.verdict(features).scores().stream()
        .filter(s -> s.profile() == Profile.INSTITUTIONAL_DIRECTIONAL)
        .flatMap(s -> s.reasons().stream())
        .filter(r -> r.code().equals("large_parent_event"))
        .mapToDouble(Reason::weight)
        .sum();
  }

  @Test
  void bandsBeginAtTheirBounds() {
    Set<Band> seen = EnumSet.noneOf(Band.class);
    for (int i = 0; i <= 100; i++) {
      ProfileScore best =
          new Clean(375_000_000_000L, 1, i / 100.0, 0, 0, 1, -1, 1).verdict().scores().getFirst();
      Band expected =
          best.confidence() >= 0.72
              ? Band.HIGH
              : best.confidence() >= 0.52 ? Band.MEDIUM : Band.LOW;
      assertThat(best.band()).isEqualTo(expected);
      seen.add(best.band());
    }
    assertThat(seen).containsAll(List.of(Band.HIGH, Band.MEDIUM));
    assertThat(CLEAN.verdict().scores().getLast().band()).isEqualTo(Band.LOW);
  }

  private static ProfileRules withLatePenalty(double late) {
    ProfileRules s = ProfileRules.standard();
    return new ProfileRules(
        s.windowNanos(),
        s.notableMicros(),
        s.notablePrints(),
        s.notableRank(),
        s.floorMicros(),
        s.premiumFullMicros(),
        s.rankFrom(),
        s.rankFull(),
        s.burstFull(),
        s.retailFill(),
        s.hedgeFill(),
        s.eventDays(),
        s.runUpShare(),
        s.shortDte(),
        s.hedgeDte(),
        s.nearPct(),
        s.nearDelta(),
        s.wideBps(),
        s.stalePenalty(),
        s.widePenalty(),
        s.insidePenalty(),
        s.mixedPenalty(),
        late,
        s.smallPenalty(),
        s.penaltyCap(),
        s.minimumFit(),
        s.minimumMargin(),
        s.minimumStrength(),
        s.maximumPenalty(),
        s.mediumBand(),
        s.highBand());
  }
}
