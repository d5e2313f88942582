package io.truetape.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truetape.model.market.Right;
import io.truetape.model.symbol.Contract;
import io.truetape.model.symbol.Osi;
import io.truetape.model.symbol.Settlement;
import io.truetape.model.text.BadInput;
import io.truetape.testkit.Property;
import io.truetape.testkit.RandomEvents;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OsiProperties {
  @Test
  void everyFormRoundTrips() {
    Property.forAll(
        "osi",
        2_000,
        gen -> {
          Contract c = RandomEvents.contract(gen);
          assertThat(Osi.parse(Osi.padded(c))).isEqualTo(c);
          assertThat(Osi.padded(c)).hasSize(21);
          assertThat(Osi.parse(Osi.unpadded(c))).isEqualTo(c);
          assertThat(Osi.parse(Osi.prefixed(c))).isEqualTo(c);
          char right = c.right().letter();
          assertThat(Osi.ofTheta(c.root(), Osi.thetaExpiry(c), Osi.thetaStrike(c), right))
              .isEqualTo(c);
          assertThat(Osi.theta(c.root(), Osi.thetaExpiry(c), c.strikeMicros(), right)).isEqualTo(c);
        });
  }

  @Test
  void knownSymbolsMeanWhatTheySay() {
    Contract weekly = Osi.parse("SPXW  210104C03700000");
    assertThat(weekly.underlying()).isEqualTo("SPX");
    assertThat(weekly.settlement()).isEqualTo(Settlement.PM);
    assertThat(weekly.strikeMicros()).isEqualTo(3_700_000_000L);
    assertThat(LocalDate.ofEpochDay(weekly.expiryDay())).isEqualTo("2021-01-04");
    Contract adjusted = Osi.parse("O:AAPL1250221P00250500");
    assertThat(adjusted.root()).isEqualTo("AAPL1");
    assertThat(adjusted.underlying()).isEqualTo("AAPL");
    assertThat(adjusted.deliverable()).isEqualTo("adjusted");
    assertThat(adjusted.strikeMicros()).isEqualTo(250_500_000L);
    assertThat(adjusted.right()).isEqualTo(Right.PUT);
    assertThat(Osi.parse("SPX   260116C06900000").settlement()).isEqualTo(Settlement.AM);
    assertThat(Osi.parse("F260116C00012500").strikeMicros()).isEqualTo(12_500_000L);
  }

  @Test
  void anythingElseIsRefusedWithItsText() {
    for (String bad :
        new String[] {
          "",
          "SPY",
          "SPY260116X00600000",
          "SPY261316C00600000",
          "SPY260116C0060000A",
          "TOOLONG260116C00600000",
          "spy260116C00600000",
          "SPY260116C00000000"
        }) {
      assertThatThrownBy(() -> Osi.parse(bad)).as(bad).isInstanceOf(BadInput.class);
    }
  }
}
