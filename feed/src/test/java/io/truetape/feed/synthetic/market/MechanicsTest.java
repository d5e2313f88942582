package io.truetape.feed.synthetic.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.truetape.model.time.TradingCalendar;
import io.truetape.testkit.MemoryIntake;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MechanicsTest {
  @Test
  void theNormalTableAgreesWithPublishedValues() {
    Normal normal = new Normal();
    assertThat(normal.below(0)).isCloseTo(0.5, within(1e-12));
    assertThat(normal.below(1)).isCloseTo(0.8413447460685429, within(1e-8));
    assertThat(normal.below(-1.96)).isCloseTo(0.024997895148220435, within(1e-8));
    assertThat(normal.below(3.333)).isCloseTo(0.9995704343259998, within(1e-7));
  }

  @Test
  void diceAreFairAndRepeatable() {
    Dice dice = new Dice(5);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < 200_000; i++) {
      double z = dice.gaussian();
      sum += z;
      squares += z * z;
    }
    assertThat(sum / 200_000).isCloseTo(0, within(0.01));
    assertThat(squares / 200_000).isCloseTo(1, within(0.02));
    assertThat(new Dice(5).next()).isEqualTo(new Dice(5).next());
    assertThat(new Dice(6).next()).isNotEqualTo(new Dice(5).next());
  }

  @Test
  void aPickerPicksByWeight() {
    Picker picker = new Picker(1, 0, 3);
    int[] count = new int[3];
    Dice dice = new Dice(1);
    for (int i = 0; i < 100_000; i++) {
      count[picker.pick(dice)]++;
    }
    assertThat(count[0]).isBetween(24_000, 26_000);
    assertThat(count[1]).isZero();
    assertThat(count[2]).isBetween(74_000, 76_000);
  }

  @Test
  void scheduledThingsHappenInOrderOfTimeThenEntry() {
    Schedule schedule = new Schedule();
    List<String> done = new ArrayList<>();
    schedule.at(20, _ -> done.add("c"));
    schedule.at(10, _ -> done.add("a"));
    schedule.at(10, _ -> done.add("b"));
    while (schedule.nextTsNanos() < Long.MAX_VALUE) {
      schedule.runNext();
    }
    assertThat(done).containsExactly("a", "b", "c");
  }

  @Test
  void spxListsDailyWeeklysTodayAndNoMorningExpiryOnItsDay() {
    Roster.Listing spx = Roster.take(2, new Dice(1)).get(1);
    Underlying u = new Underlying(spx, new MemoryIntake().symbol("SPX", spx.kind()), new Dice(2));
    LocalDate monthly = LocalDate.of(2026, 1, 16);
    List<Expiries.Slot> slots = new Expiries(TradingCalendar.published()).of(u, monthly);
    assertThat(slots).contains(new Expiries.Slot("SPXW", monthly));
    assertThat(slots).doesNotContain(new Expiries.Slot("SPX", monthly));
    assertThat(slots).contains(new Expiries.Slot("SPX", LocalDate.of(2026, 2, 20)));
    assertThat(slots).contains(new Expiries.Slot("SPX", LocalDate.of(2027, 1, 15)));
    assertThat(slots).contains(new Expiries.Slot("SPXW", LocalDate.of(2026, 1, 20)));
    assertThat(slots).doesNotHaveDuplicates();
  }
}
