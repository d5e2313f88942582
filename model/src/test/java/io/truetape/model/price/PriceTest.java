package io.truetape.model.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truetape.model.text.BadInput;
import org.junit.jupiter.api.Test;

class PriceTest {
  @Test
  void dollarsAreParsedExactly() {
    assertThat(Price.parse("1.25")).isEqualTo(1_250_000);
    assertThat(Price.parse("0.000001")).isEqualTo(1);
    assertThat(Price.parse("-3.1")).isEqualTo(-3_100_000);
    assertThat(Price.parse("240")).isEqualTo(240_000_000);
    assertThat(Price.parse("1.2500000000")).isEqualTo(1_250_000);
    assertThat(Price.parse(".5")).isEqualTo(500_000);
    assertThat(Price.parse("9223372036854.775807")).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void whatCannotBeExactIsRefused() {
    for (String bad : new String[] {"", "-", ".", "1.2.3", "1e5", "0.0000001", "1,000", "NaN"}) {
      assertThatThrownBy(() -> Price.parse(bad)).as(bad).isInstanceOf(BadInput.class);
    }
    assertThatThrownBy(() -> Price.parse("99999999999999")).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Price.ofNanoDollars(1_001)).isInstanceOf(BadInput.class);
    assertThat(Price.ofNanoDollars(240_000_000)).isEqualTo(240_000);
  }

  @Test
  void formattingHasTwoToSixDecimals() {
    assertThat(Price.format(1_250_000)).isEqualTo("1.25");
    assertThat(Price.format(1)).isEqualTo("0.000001");
    assertThat(Price.format(-3_100_000)).isEqualTo("-3.10");
    assertThat(Price.format(0)).isEqualTo("0.00");
    assertThat(Price.format(Long.MIN_VALUE)).isEqualTo("-9223372036854.775808");
  }

  @Test
  void premiumIsExactOrACrash() {
    assertThat(Price.premium(1_250_000, 800, 100)).isEqualTo(100_000_000_000L);
    assertThatThrownBy(() -> Price.premium(Long.MAX_VALUE / 2, 3, 1))
        .isInstanceOf(ArithmeticException.class);
  }
}
