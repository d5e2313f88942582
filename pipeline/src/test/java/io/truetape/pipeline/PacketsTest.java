package io.truetape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.model.event.derived.packet.ClusterKind;
import io.truetape.model.event.derived.packet.FlowPacket;
import io.truetape.model.event.derived.packet.PacketCluster;
import io.truetape.model.event.derived.packet.PricePath;
import io.truetape.model.market.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacketsTest {
  private static final String QUOTED =
      """
      day 2026-01-16
      10:00:00.000000 bbo SPY 599.99 x 600.01
      10:00:00.000000 oi SPY 260116C00600 100 asof=2026-01-15
      10:00:00.000000 quote SPY 260116C00600 1.20 x 1.30 size=900x800
      """;
  private static final String AFTER = "10:00:01.500000 tick\n10:00:03.000000 tick\n";

  @Test
  void buysOnTwoVenuesAreASweepWithPremiumTimesMultiplier() {
    FlowPacket p =
        only(
            """
            10:00:00.001000 print SPY 260116C00600 1.30 100 CBOE auto
            10:00:00.002000 print SPY 260116C00600 1.31 200 ISE auto
            """);

    assertThat(p.tape().premiumMicros()).isEqualTo((1_300_000L * 100 + 1_310_000L * 200) * 100);
    assertThat(p.tape().vwapMicros()).isEqualTo(1_306_667);
    assertThat(p.tape().path()).isEqualTo(PricePath.ASCENDING);
    assertThat(p.tape().venues()).isEqualTo(2);
    assertThat(p.quotes().aggressiveBuy()).isEqualTo(1);
    assertThat(p.clusters())
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.kind()).isEqualTo(ClusterKind.SWEEP);
              assertThat(c.side()).isEqualTo(Side.BUY);
              assertThat(c.iso()).isFalse();
            });
  }

  @Test
  void oneIsoPrintIsASweepAndSaysThatItWasReported() {
    FlowPacket p = only("10:00:00.001000 print SPY 260116C00600 1.30 10 CBOE isoi\n");

    assertThat(p.clusters()).extracting(PacketCluster::iso).containsExactly(true);
  }

  @Test
  void threePrintsOnOneVenueAreASplitAndABigOneIsABlock() {
    FlowPacket split =
        only(
            """
            10:00:00.001000 print SPY 260116C00600 1.30 10 CBOE auto
            10:00:00.101000 print SPY 260116C00600 1.30 10 CBOE auto
            10:00:00.201000 print SPY 260116C00600 1.30 10 CBOE auto
            """);
    FlowPacket block = only("10:00:00.001000 print SPY 260116C00600 1.30 500 CBOE auto\n");

    assertThat(split.has(ClusterKind.SPLIT)).isTrue();
    assertThat(split.tape().interFillNanos()).isEqualTo(100_000_000);
    assertThat(block.has(ClusterKind.BLOCK)).isTrue();
  }

  @Test
  void aWindowIsFiveHundredMillisecondsFromTheFirstPrintAndClosesWithoutAnother() {
    List<FlowPacket> packets =
        packets(
            """
            10:00:00.001000 print SPY 260116C00600 1.30 10 CBOE auto
            10:00:00.501000 print SPY 260116C00600 1.30 10 CBOE auto
            10:00:00.501001 print SPY 260116C00600 1.30 10 CBOE auto
            """);

    assertThat(packets).extracting(p -> p.prints().size()).containsExactly(2, 1);
  }

  @Test
  void theOrderOfArrivalOfAQuoteWithinTheJoinWaitDoesNotMatter() {
    String quote = "10:00:00.000900 quote SPY 260116C00600 1.25 x 1.30 size=5x5 rx=9ms\n";
    String print = "10:00:00.001000 print SPY 260116C00600 1.30 10 CBOE auto\n";

    assertThat(only(quote + print).quotes()).isEqualTo(only(print + quote).quotes());
  }

  @Test
  void aCancelAmendsThePacketUnderItsName() {
    List<FlowPacket> packets =
        packets(
            """
            10:00:00.001000 print SPY 260116C00600 1.30 100 CBOE auto seq=1
            10:00:00.002000 print SPY 260116C00600 1.30 50 CBOE auto seq=2
            10:00:01.000000 tick
            10:00:01.400000 print SPY 260116C00600 1.30 100 CBOE canc seq=1
            """);

    assertThat(packets).hasSize(2);
    assertThat(packets.getLast().packetSeq()).isEqualTo(packets.getFirst().packetSeq());
    assertThat(packets.getLast().revision()).isEqualTo(1);
    assertThat(packets.getLast().tape().size()).isEqualTo(50);
  }

  @Test
  void compressionIsInNoPacket() {
    assertThat(packets("10:00:00.001000 print SPY 260116C00600 1.30 100 CBOE mctp\n")).isEmpty();
  }

  @Test
  void thousandsOfPrintsInAWindowGoOnInAnother() {
    StringBuilder tape = new StringBuilder();
    for (int i = 0; i < 2_100; i++) {
      tape.append("10:00:00.%06d print SPY 260116C00600 1.30 1 CBOE auto%n".formatted(1_000 + i));
    }

    assertThat(packets(tape.toString()))
        .extracting(p -> p.prints().size())
        .containsExactly(1_024, 1_024, 52);
  }

  private static FlowPacket only(String prints) {
    List<FlowPacket> packets = packets(prints);
    assertThat(packets).hasSize(1);
    return packets.getFirst();
  }

  private static List<FlowPacket> packets(String prints) {
    return Rooms.over(QUOTED + prints + AFTER).all(FlowPacket.class);
  }
}
