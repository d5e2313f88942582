package io.truetape.replay.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairingTest {
  private final List<String> said = new ArrayList<>();
  private final Pairing<Integer, String> pairing =
      new Pairing<>(2, (a, b) -> said.add(a + " " + b));

  @Test
  void whatBothSaidIsComparedOnceHoweverFarApart() {
    pairing.put(true, 1, "a1");
    pairing.put(true, 2, "a2");
    pairing.put(false, 1, "b1");
    pairing.put(false, 1, "again");
    pairing.put(true, 1, "again");
    pairing.end();

    assertThat(said).containsExactly("a1 b1", "a2 null");
  }

  @Test
  void theOldestGoesWhenTooManyWait() {
    pairing.put(false, 1, "b1");
    pairing.put(false, 2, "b2");
    pairing.put(false, 3, "b3");
    assertThat(said).containsExactly("null b1");
    pairing.end();

    assertThat(said).containsExactly("null b1", "null b2", "null b3");
  }

  @Test
  void anotherSessionBeginsWithNothing() {
    pairing.put(true, 1, "a1");
    pairing.put(false, 1, "b1");
    pairing.end();
    pairing.put(true, 1, "c1");
    pairing.end();

    assertThat(said).containsExactly("a1 b1", "c1 null");
  }
}
