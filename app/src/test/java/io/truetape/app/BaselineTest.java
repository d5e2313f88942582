package io.truetape.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.app.config.RuleFile;
import io.truetape.app.ops.Baselines;
import io.truetape.app.ops.FileImport;
import io.truetape.app.ops.Verification;
import io.truetape.engine.log.LogPlan;
import io.truetape.engine.log.LogReader;
import io.truetape.engine.run.Runner;
import io.truetape.engine.snapshot.Snapshots;
import io.truetape.feed.FileFeeds;
import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.Entry;
import io.truetape.model.event.Event;
import io.truetape.model.event.control.BaselineCarried;
import io.truetape.model.event.control.SessionOpened;
import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.WindowedPrint;
import io.truetape.model.event.derived.baseline.BaselineSummary;
import io.truetape.model.market.Chip;
import io.truetape.model.time.SessionClock;
import io.truetape.testkit.Tape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What one session leaves behind for the next, from file to file and log to log.
class BaselineTest {
  private final SessionClock clock = SessionClock.standard();

  @TempDir private Path folder;

  @Test
  void theFirstSessionStartsColdAndSaysAtItsCloseWhatItWas() throws IOException {
    List<Event> events = run("first", first(), "");
    assertThat(prints(events).getFirst().symbolPercentile()).isEqualTo(-1);
    assertThat(prints(events).getFirst().symbolAdv()).isEqualTo(-1);
    BaselineSummary summary = only(events, BaselineSummary.class).getFirst();
    assertThat(summary.symbolText()).isEqualTo("SPY");
    assertThat(summary.session().prints()).isEqualTo(100);
    assertThat(summary.session().volume()).isEqualTo(5_050);
    assertThat(summary.session().stockVolume()).isEqualTo(300);
    assertThat(summary.session().openVolume()).isEqualTo(5_050);
    assertThat(summary.session().openMinutes()).isEqualTo(50);
    assertThat(summary.session().contracts()).hasSize(1);
    assertThat(summary.medianLnPremium())
        .isCloseTo(Math.log(5_000e6), org.assertj.core.data.Offset.offset(0.13));
    assertThat(summary.madLnPremium()).isBetween(0.3, 0.8);
    assertThat(folder.resolve("baselines").resolve("2026-01-15.first.tape")).exists();
  }

  @Test
  void theSecondSessionStartsWarm() throws IOException {
    run("first", first(), "");
    List<Event> log = new ArrayList<>();
    List<Event> events = run("second", second(""), "", log);
    int opened = index(log, SessionOpened.class);
    assertThat(log.get(opened + 1)).isInstanceOf(BaselineCarried.class);
    WindowedPrint print = prints(events).getFirst();
    assertThat(print.symbolPercentile()).isBetween(0.4, 0.6);
    assertThat(print.contractPercentile()).isBetween(0.2, 0.8);
    assertThat(print.hasZ()).isTrue();
    assertThat(print.symbolAdv()).isEqualTo(5_050);
    assertThat(print.sizePercentile99()).isBetween(88L, 99L);
    assertThat(print.openBaseline()).isEqualTo(101);
    assertThat(print.timeOfDayVolumeRatio()).isEqualTo(50.0 / 1_830);
  }

  @Test
  void theFutureDoesNotChangeThePast() throws IOException {
    run("first", first(), "");
    String more =
        """
        10:30:00.000000 print SPY 260220C00600 9.00 900 CBOE auto seq=901
        10:31:00.000000 print SPY 260220C00600 0.01 1 CBOE auto seq=902
        """;
    List<List<Number>> without = numbers(run("a", second(""), ""));
    List<List<Number>> with = numbers(run("b", second(more), ""));
    assertThat(with.subList(0, without.size())).isEqualTo(without);
    assertThat(with).hasSize(without.size() + 2);
    assertThat(without.getFirst().get(2)).isEqualTo(5_050L);
  }

  /// Everything a print is told of the past; log positions left out.
  private static List<List<Number>> numbers(List<Event> events) {
    List<List<Number>> numbers = new ArrayList<>();
    for (WindowedPrint w : prints(events)) {
      numbers.add(
          List.of(
              w.symbolPercentile(),
              w.contractPercentile(),
              w.symbolAdv(),
              w.sizePercentile99(),
              w.premiumZ(),
              w.openBaseline(),
              w.baseline15m(),
              w.timeOfDayVolumeRatio(),
              w.dayVolume(),
              w.symbolVolume1m(),
              w.repeat3m()));
    }
    return numbers;
  }

  @Test
  void aSessionNeverLearnsOfItselfOrOfLaterDays() throws IOException {
    run("later", second(""), "");
    List<Event> log = new ArrayList<>();
    List<Event> events = run("first", first(), "", log);
    assertThat(log).noneMatch(e -> e instanceof BaselineCarried);
    assertThat(prints(events).getFirst().symbolAdv()).isEqualTo(-1);
    String lying =
        "day 2026-01-16\n10:00:00.000000 open 2026-01-16 x\n10:00:00.000000 baseline SPY 2026-01-16"
            + " sessions=1 prints=9 volume=9\n"
            + second("").substring(15);
    assertThat(prints(run("lying", lying, "empty")).getFirst().symbolAdv()).isEqualTo(-1);
  }

  @Test
  void theSecondSessionAloneReplaysToTheSameDigest() throws IOException {
    run("first", first(), "");
    run("second", second(""), "");
    Path second = folder.resolve("log").resolve("second");
    Path moved = Files.createDirectories(folder.resolve("elsewhere"));
    try (var files = Files.list(second)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, moved.resolve(file.getFileName()));
      }
    }
    for (int shards : List.of(1, 3)) {
      Verification verification = Verification.of(moved, clock, shards);
      assertThat(verification.equal()).as(verification.difference()).isTrue();
    }
  }

  @Test
  void aSymbolListedAfterTheOpenIsToldItsBaselineEvenPastASnapshot() throws IOException {
    List<Entry> log = new ArrayList<>();
    for (Event event :
        Tape.events(
            """
            day 2026-01-16
            10:00:00.000000 open 2026-01-16 x
            10:00:00.000000 baseline QQQ 2026-01-15 sessions=1 prints=9 volume=900
            10:00:01.000000 print SPY 260220C00600 1.00 50 CBOE auto
            10:00:02.000000 print QQQ 260220C00500 1.00 50 CBOE auto
            10:00:03.000000 tick
            """)) {
      log.add(new Entry(log.size() + 1, event));
    }
    List<ChippedPrint> finished = new ArrayList<>();
    try (Runner runner = new Runner(clock, 1)) {
      runner.run(
          log,
          (_, event) -> {
            if (event instanceof ChippedPrint print) {
              finished.add(print);
            }
          });
    }
    assertThat(finished).extracting(p -> p.windowed().symbolAdv()).containsExactly(900L, -1L);
    for (int cut = 1; cut < log.size(); cut++) {
      assertThat(digestThroughSnapshot(log, cut)).as("cut at %d", cut).isEqualTo(digest(log));
    }
  }

  @Test
  void aRestartInTheMiddleOfAWarmSessionChangesNothing() throws IOException {
    run("first", first(), "");
    run("second", second(""), "");
    List<Entry> log = entries("second");
    for (int cut = 1; cut < log.size(); cut += 7) {
      assertThat(digestThroughSnapshot(log, cut)).as("cut at %d", cut).isEqualTo(digest(log));
    }
  }

  @Test
  void aBlockMustReachTheSymbolsOwnNinetyNinthPercentile() throws IOException {
    String big = first().replaceAll(" (\\d+) CBOE", " $100 CBOE");
    run("first", big, "");
    List<Chip> below = chips("a", 600);
    List<Chip> above = chips("b", 10_000);
    assertThat(below).doesNotContain(Chip.BLOCK);
    assertThat(above).contains(Chip.BLOCK);
    assertThat(chipsWithout("c", 600)).contains(Chip.BLOCK);
  }

  private List<Chip> chips(String name, int size) throws IOException {
    return chipsOf(run(name, one(size), "baselines"));
  }

  private List<Chip> chipsWithout(String name, int size) throws IOException {
    return chipsOf(run(name, one(size), "none"));
  }

  private static List<Chip> chipsOf(List<Event> events) {
    return Chip.of(only(events, ChippedPrint.class).getFirst().chips());
  }

  private static String one(int size) {
    return "day 2026-01-16\n10:00:00.000000 print SPY 260220C00600 1.00 "
        + size
        + " CBOE auto seq=1\n10:00:01.000000 tick\n";
  }

  /// 2026-01-15: 100 prints of 1 to 100 contracts at a dollar, two a minute from 09:30 on.
  private static String first() {
    StringBuilder tape = new StringBuilder("day 2026-01-15\n");
    tape.append("09:30:00.000000 stock SPY 600.00 300 XNAS\n");
    for (int i = 0; i < 100; i++) {
      int minute = 30 + i / 2;
      tape.append(
          "%02d:%02d:%02d.000000 print SPY 260220C00600 1.00 %d CBOE auto seq=%d\n"
              .formatted(9 + minute / 60, minute % 60, i % 2 * 30, i + 1, i + 1));
    }
    return tape.toString();
  }

  /// 2026-01-16: another symbol listed only later in the day, and `more` at the end.
  private static String second(String more) {
    StringBuilder tape = new StringBuilder("day 2026-01-16\n");
    for (int i = 0; i < 30; i++) {
      tape.append(
          "10:00:%02d.000000 print SPY 260220C00600 1.00 50 CBOE auto seq=%d\n"
              .formatted(i, i + 1));
      tape.append(
          "10:00:%02d.500000 print QQQ 260220C00500 1.00 50 CBOE auto seq=1\n".formatted(i));
    }
    return tape + more;
  }

  private List<Event> run(String name, String tape, String baselines) throws IOException {
    return run(name, tape, baselines, new ArrayList<>());
  }

  private List<Event> run(String name, String tape, String baselines, List<Event> log)
      throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".tape"), tape);
    Path session = folder.resolve("log").resolve(name);
    Path kept = folder.resolve(baselines.isEmpty() ? "baselines" : baselines);
    FileImport done =
        FileImport.run(
            session,
            name,
            FileFeeds.open(List.of(file)),
            RuleFile.standard().activation(0),
            LogPlan.standard().with(LogPlan.Fsync.NEVER),
            clock,
            1,
            new Baselines(kept),
            (_, _) -> {},
            _ -> {});
    assertThat(done.fault()).isEmpty();
    List<Event> derived = new ArrayList<>();
    List<Entry> entries = entries(name);
    entries.forEach(e -> log.add(e.event()));
    try (Runner runner = new Runner(clock, 1)) {
      runner.run(entries, (_, event) -> derived.add(event));
    }
    derived.removeIf(e -> !(e instanceof DerivedEvent));
    return derived;
  }

  private List<Entry> entries(String name) {
    List<Entry> entries = new ArrayList<>();
    try (LogReader reader = LogReader.open(folder.resolve("log").resolve(name))) {
      while (reader.next()) {
        entries.add(reader.entry());
      }
    }
    return entries;
  }

  private String digest(List<Entry> log) {
    try (Runner runner = new Runner(clock, 1)) {
      runner.run(log, (_, _) -> {});
      return runner.digest().hex();
    }
  }

  private String digestThroughSnapshot(List<Entry> log, int cut) throws IOException {
    Snapshots snapshots = new Snapshots(Files.createTempDirectory(folder, "snapshots"));
    try (Runner first = new Runner(clock, 1)) {
      first.run(log.subList(0, cut), (_, _) -> {});
      snapshots.write(first);
    }
    try (Runner rest = snapshots.latest(Long.MAX_VALUE, clock, 2).orElseThrow()) {
      rest.run(log.subList(cut, log.size()), (_, _) -> {});
      return rest.digest().hex();
    }
  }

  private static List<WindowedPrint> prints(List<Event> events) {
    return only(events, ChippedPrint.class).stream()
        .map(ChippedPrint::windowed)
        .filter(w -> w.sided().quoted().print().contract().root().equals("SPY"))
        .toList();
  }

  private static <T> List<T> only(List<Event> events, Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static int index(List<Event> log, Class<?> type) {
    int i = 0;
    while (!type.isInstance(log.get(i))) {
      i++;
    }
    return i;
  }
}
