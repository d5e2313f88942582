package io.truetape.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truetape.model.event.Event;
import io.truetape.model.event.control.Tick;
import io.truetape.testkit.Property;
import io.truetape.testkit.RandomEvents;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CodecProperties {
  private final Codec codec = new Codec();

  @Test
  void everyLoggedEventRoundTrips() {
    for (Class<?> type : RandomEvents.loggedTypes()) {
      Property.forAll(
          type.getSimpleName(),
          50,
          gen -> {
            Event event = RandomEvents.of(type, gen);
            WireWriter out = new WireWriter(16);
            codec.encode(event, out);
            WireReader in = new WireReader(out.array(), 0, out.size());
            assertThat(codec.decode(in)).isEqualTo(event);
            assertThat(in.remaining()).isZero();
          });
    }
  }

  @Test
  void aNewerVersionDecodesToNothing() {
    WireWriter out = new WireWriter(16);
    codec.encode(new Tick(7), out);
    out.array()[1] = 2;
    assertThat(codec.decode(new WireReader(out.array(), 0, out.size()))).isNull();
  }

  @Test
  void anUnknownKindDecodesToNothing() {
    byte[] bytes = {(byte) 250, 1, 0, 0};
    assertThat(codec.decode(new WireReader(bytes, 0, 4))).isNull();
  }

  @Test
  void aCutPayloadIsAFaultAndNeverReadsBeyondItsEnd() {
    Property.forAll(
        "cut",
        200,
        gen -> {
          Class<?> type = gen.oneOf(RandomEvents.loggedTypes().toArray(new Class<?>[0]));
          WireWriter out = new WireWriter(16);
          codec.encode(RandomEvents.of(type, gen), out);
          byte[] cut = Arrays.copyOf(out.array(), gen.between(2, out.size() - 1));
          assertThatThrownBy(() -> codec.decode(new WireReader(cut, 0, cut.length)))
              .isInstanceOf(WireFault.class);
        });
  }
}
