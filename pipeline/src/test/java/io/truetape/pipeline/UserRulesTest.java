package io.truetape.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.truetape.model.event.Event;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.derived.exposure.ExposureComputed;
import io.truetape.model.event.derived.meaning.AlertChange;
import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.event.derived.meaning.Condition;
import io.truetape.model.event.source.ContractListed;
import io.truetape.model.event.source.SymbolListed;
import io.truetape.model.market.Sentiment;
import io.truetape.model.text.BadInput;
import io.truetape.model.time.SessionClock;
import io.truetape.testkit.Tape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the words of users' alert rules mean, on tapes.
class UserRulesTest {
  private static final String QUOTED =
      """
      day 2026-01-16
      10:00:00.000000 bbo ACME 99.99 x 100.01
      10:00:00.000000 oi ACME 260220C00105 1200 asof=2026-01-15
      10:00:00.000000 quote ACME 260220C00105 2.40 x 2.50 size=900x800
      """;

  /// Six prints of 300 within 50 ms, rising from 2.45 to 2.50.
  private static final String HITS =
      """
      10:00:00.010000 print ACME 260220C00105 2.45 300 CBOE auto seq=1
      10:00:00.020000 print ACME 260220C00105 2.46 300 CBOE auto seq=2
      10:00:00.030000 print ACME 260220C00105 2.47 300 CBOE auto seq=3
      10:00:00.040000 print ACME 260220C00105 2.48 300 CBOE auto seq=4
      10:00:00.050000 print ACME 260220C00105 2.49 300 CBOE auto seq=5
      10:00:00.060000 print ACME 260220C00105 2.50 300 CBOE auto seq=6
      """;

  private static final String TICK = "10:00:04.000000 tick\n";

  @Test
  void aPacketIsHeldAgainstSpanPathAndOpenInterest() {
    fires("on=packet&minPrints=6&maxSpanMillis=50&path=ascending&chips=-multi-leg,-floor", 1);
    fires("on=packet&maxSpanMillis=49", 0);
    fires("on=packet&maxInterFillMillis=10", 1);
    fires("on=packet&maxInterFillMillis=9", 0);
    fires("on=packet&path=descending,flat", 0);
    fires("on=packet&sizeOverOi=true", 1);
    fires("on=packet&minOi=1201", 0);
    fires("on=packet&minVolume=1800&minVolOi=1.5", 1);
    fires("on=packet&minVolOi=1.51", 0);
    fires("on=packet&minPrice=2.475&maxOtmPct=5&minOtmPct=4.9", 1);
    fires("on=packet&minPrice=2.48", 0);
    fires("on=packet&chips=multi-leg", 0);
    fires("on=packet&location=A,MID", 1);
    fires("on=packet&location=A", 0);
  }

  @Test
  void aPrintIsHeldAgainstVolumePriceAndOpenInterest() {
    fires("on=print&location=A&minSize=300", 1);
    fires("on=print&minVolume=1800", 1);
    fires("on=print&minVolume=1801", 0);
    fires("on=print&minPrice=2.49", 2);
    fires("on=print&minOi=1200&minVolOi=1.25", 2);
    fires("on=print&minOi=1201", 0);
    fires("on=print&sizeOverOi=true", 0);
    fires("on=print&minRepeat3m=5", 1);
    fires("on=print&minRepeat3m=6", 0);
  }

  @Test
  void aCountIsCompletedByMatchesOfOneContractWithinItsTime() {
    fires("on=print&count=3&withinMinutes=2", 2);
    fires("on=print&count=6&withinMinutes=2", 1);
    fires("on=print&count=7&withinMinutes=2", 0);
    String late =
        """
        10:01:30.000000 print ACME 260220C00105 2.50 300 CBOE auto seq=7
        10:01:31.000000 tick
        """;
    assertThat(alerts("on=print&count=7&withinMinutes=2", HITS + late)).hasSize(1);
    assertThat(alerts("on=print&count=7&withinMinutes=1", HITS + late)).isEmpty();
  }

  @Test
  void spotCrossingALevelFiresOncePerCrossing() {
    String chain =
        """
        day 2026-01-16
        09:00:00.000000 oi SPXW 260123C06000 1000 asof=2026-01-15
        09:00:00.000000 oi SPXW 260123P05900 3000 asof=2026-01-15
        09:59:59.000000 user-rule wall on "on=exposure&crossing=call-wall" owner=me
        09:59:59.000000 user-rule put on "on=exposure&crossing=put-wall" owner=me
        09:59:59.000000 user-rule down on "on=exposure&direction=bearish" owner=me
        10:00:00.000000 index SPX 5990
        10:00:00.000000 quote SPXW 260123C06000 40.0 x 40.2
        10:00:00.000000 quote SPXW 260123P05900 20.0 x 20.2
        10:00:00.500000 tick
        10:00:03.000000 index SPX 6004
        10:00:03.000000 quote SPXW 260123C06000 46.0 x 46.2
        10:00:03.000000 quote SPXW 260123P05900 17.0 x 17.2
        10:00:03.500000 tick
        10:00:06.000000 index SPX 6005
        10:00:06.000000 quote SPXW 260123C06000 46.5 x 46.7
        10:00:06.500000 tick
        10:00:12.000000 index SPX 5995
        10:00:12.000000 quote SPXW 260123C06000 42.0 x 42.2
        10:00:12.500000 tick
        10:00:20.000000 tick
        """;
    Rooms rooms = Rooms.over(chain);
    List<AlertChanged> alerts = rooms.all(AlertChanged.class);

    assertThat(rooms.all(ExposureComputed.class)).hasSizeGreaterThan(2);
    assertThat(alerts).extracting(AlertChanged::rule).containsExactly("wall", "wall", "down");
    assertThat(alerts.getFirst().direction()).isEqualTo(Sentiment.BULLISH);
    assertThat(alerts.getFirst().contractText()).isEqualTo("call-wall 6000.00");
  }

  @Test
  void aRestartForgetsNoCount() {
    String rule =
        "09:59:59.000000 user-rule mine on \"on=print&count=5&withinMinutes=2\" owner=me\n";
    List<Event> events = Tape.events(QUOTED + rule + HITS + "10:00:40.000000 tick\n");
    for (int cut = 1; cut < events.size(); cut++) {
      assertThat(Restart.over(events, cut)).as("cut at " + cut).hasSize(1);
    }
  }

  @Test
  void itsOwnNumbersAreTheConditionsItFiredBy() {
    AlertChanged alert =
        alerts("on=packet&minPrints=5&maxSpanMillis=60&minVolume=1800", HITS).getFirst();

    assertThat(alert.nearest())
        .extracting(Condition::name, Condition::measured, Condition::threshold)
        .containsExactly(
            tuple("minVolume", 1_800.0, 1_800.0),
            tuple("maxSpanMillis", 50.0, 60.0),
            tuple("minPrints", 6.0, 5.0));
    assertThat(alert.counter()).containsExactly("83 % of the prints were inside the spread");
  }

  @Test
  void aCancelAmendsItAndOneTooManyEndsIt() {
    String rule = "on=packet&minPrints=5";
    String one = "10:00:05.000000 print ACME 260220C00105 2.45 300 CBOE canc seq=1\n";
    String two = "10:00:06.000000 print ACME 260220C00105 2.46 300 CBOE canc seq=2\n";
    List<AlertChanged> all = every(rule, HITS + TICK + one + two);

    assertThat(all)
        .extracting(AlertChanged::change, AlertChanged::revision)
        .containsExactly(
            tuple(AlertChange.OPENED, 0),
            tuple(AlertChange.AMENDED, 1),
            tuple(AlertChange.RESOLVED, 2));
    assertThat(all.get(1).premiumMicros()).isLessThan(all.getFirst().premiumMicros());
    assertThat(all.get(1).nearest().getFirst().measured()).isEqualTo(5);
    assertThat(all.getLast().reason()).isEqualTo("a print behind it was taken back");
    assertThat(all.getLast().count()).isZero();
  }

  @Test
  void aCancelledPrintEndsTheAlertItFired() {
    String cancel = "10:00:05.000000 print ACME 260220C00105 2.50 300 CBOE canc seq=6\n";
    List<AlertChanged> all = every("on=print&location=A", HITS + TICK + cancel);

    assertThat(all)
        .extracting(AlertChanged::change)
        .containsExactly(AlertChange.OPENED, AlertChange.RESOLVED);
    assertThat(all.getLast().reason()).isEqualTo("the print was taken back");
  }

  @Test
  void halfAnHourOfQuietEndsItAndSoDoesSwitchingItOff() {
    AlertChanged quiet =
        every("on=packet&minPrints=5", HITS + TICK + "10:31:00.000000 tick\n").getLast();
    String off = "10:00:05.000000 user-rule mine off \"on=packet&minPrints=5\" owner=me\n";
    AlertChanged ended = every("on=packet&minPrints=5", HITS + TICK + off).getLast();

    assertThat(quiet.change()).isEqualTo(AlertChange.RESOLVED);
    assertThat(quiet.reason()).isEqualTo("quiet for 30 min");
    assertThat(ended.change()).isEqualTo(AlertChange.RESOLVED);
    assertThat(ended.reason()).isEqualTo("the rule was switched off");
  }

  @Test
  void aRestartForgetsNoOpenAlert() {
    String rule = "09:59:59.000000 user-rule mine on \"on=packet&minPrints=5\" owner=me\n";
    String cancel = "10:00:05.000000 print ACME 260220C00105 2.45 300 CBOE canc seq=1\n";
    List<Event> events =
        Tape.events(QUOTED + rule + HITS + TICK + cancel + "10:00:40.000000 tick\n");
    List<AlertChanged> straight = Restart.over(events, events.size());
    for (int cut = 1; cut < events.size(); cut++) {
      assertThat(Restart.over(events, cut)).as("cut at " + cut).isEqualTo(straight);
    }
    assertThat(straight).hasSize(2);
  }

  @Test
  void whatCannotBeWatchedIsRefusedWithTheReason() {
    refused("on=prints&minSize=3", "expected print, packet");
    refused("on=print&path=ascending", "has no \"path\"");
    refused("on=packet&path=upwards", "path=upwards: unknown");
    refused("on=print&chips=sweps", "did you mean sweeps?");
    refused("on=print&minSize=many", "expected a number");
    refused("on=print&minSize=NaN", "out of range");
    refused("on=print&count=3", "go together");
    refused("on=print&count=65&withinMinutes=2", "expected 1 to 64");
    refused("on=print&count=2.5&withinMinutes=2", "expected 1 to 64");
    refused("on=print&sizeOverOi=yes", "unknown");
    refused("on=exposure&crossing=gamma", "unknown");
    refused("on=exposure&minPremium=3", "has no \"minPremium\"");
    refused("minSize", "is not name=value");
  }

  private static void refused(String rule, String words) {
    assertThatThrownBy(() -> RuleCheck.userRule("r", rule))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining(words);
  }

  private static void fires(String rule, int times) {
    assertThat(alerts(rule, HITS)).as(rule).hasSize(times);
  }

  private static List<AlertChanged> alerts(String rule, String tape) {
    return every(rule, tape).stream().filter(a -> a.change() == AlertChange.OPENED).toList();
  }

  /// Everything the rule said, also how it ended.
  private static List<AlertChanged> every(String rule, String tape) {
    String activation = "09:59:59.000000 user-rule mine on \"" + rule + "\" owner=me\n";
    String after =
        tape.contains("10:31")
            ? "10:31:01.000000 tick\n"
            : "10:02:40.000000 tick\n10:02:41.000000 tick\n";
    return Rooms.over(QUOTED + activation + tape + after).all(AlertChanged.class).stream()
        .filter(a -> a.rule().equals("mine"))
        .toList();
  }

  /// The same tape with all rooms saved and loaded again after `cut` events.
  private static final class Restart {
    static List<AlertChanged> over(List<Event> events, int cut) {
      List<AlertChanged> alerts = new ArrayList<>();
      Lane lane = lane();
      for (int i = 0; i < events.size(); i++) {
        if (i == cut) {
          Lane next = lane();
          for (Event known : events.subList(0, cut)) {
            if (known instanceof SymbolListed || known instanceof ContractListed) {
              next.on(0, known, (_, _) -> {});
            }
          }
          for (int s = 0; s < lane.stages().size(); s++) {
            Saved saved = new Saved();
            lane.stages().get(s).save(saved);
            next.stages().get(s).load(saved);
          }
          lane = next;
        }
        lane.on(
            i + 1,
            events.get(i),
            (_, event) -> {
              if (event instanceof AlertChanged alert && alert.rule().equals("mine")) {
                alerts.add(alert);
              }
            });
      }
      return alerts;
    }

    private static Lane lane() {
      SessionClock clock = SessionClock.standard();
      return new Lane(1, "ACME", new StandardPipeline(clock).stages(1, "ACME"));
    }
  }

  /// A stage's state as a queue of values.
  private static final class Saved implements StateWriter, StateReader {
    private final ArrayDeque<Object> values = new ArrayDeque<>();

    @Override
    public void putInt(int value) {
      values.add(value);
    }

    @Override
    public void putLong(long value) {
      values.add(value);
    }

    @Override
    public void putDouble(double value) {
      values.add(value);
    }

    @Override
    public void putText(String value) {
      values.add(value);
    }

    @Override
    public void putEvent(SourceEvent event) {
      values.add(event);
    }

    @Override
    public int getInt() {
      return (int) values.remove();
    }

    @Override
    public long getLong() {
      return (long) values.remove();
    }

    @Override
    public double getDouble() {
      return (double) values.remove();
    }

    @Override
    public String getText() {
      return (String) values.remove();
    }

    @Override
    public SourceEvent getEvent() {
      return (SourceEvent) values.remove();
    }
  }
}
