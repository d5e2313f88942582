package io.truetape.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.app.config.RuleFile;
import io.truetape.app.ops.DataFolder;
import io.truetape.engine.run.Runner;
import io.truetape.model.event.Entry;
import io.truetape.model.event.control.RuleValue;
import io.truetape.model.time.SessionClock;
import io.truetape.server.view.RuleDefaults;
import io.truetape.testkit.MemoryIntake;
import io.truetape.testkit.SmallMarket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTest {
  @Test
  void theStandardFileSaysWhatTheRoomsDoWithoutIt() {
    assertThat(digest(true)).isEqualTo(digest(false));
  }

  @Test
  void theExplanationShowsTheSameThresholdsAsTheStandardFile() {
    RuleDefaults defaults = new RuleDefaults();
    int compared = 0;
    for (RuleValue rule : RuleFile.standard().values()) {
      if (defaults.value(rule.key()).isPresent()) {
        assertThat(defaults.value(rule.key())).as(rule.key()).contains(rule.value());
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(30);
  }

  @Test
  void oldLogsOfOtherSessionsRetire(@TempDir Path root) throws IOException {
    for (String session : List.of("old", "young", "current")) {
      Path log = Files.createDirectories(root.resolve("log").resolve(session));
      Files.write(log.resolve("00000000000000000001.seg"), new byte[64]);
    }
    Instant now = Instant.parse("2026-01-16T12:00:00Z");
    for (String session : List.of("old", "current")) {
      Files.setLastModifiedTime(
          root.resolve("log").resolve(session).resolve("00000000000000000001.seg"),
          FileTime.from(now.minusSeconds(40 * 86_400L)));
    }
    try (DataFolder folder = DataFolder.open(root)) {
      assertThat(folder.retire(0, "current", now)).isEmpty();
      assertThat(folder.retire(30, "current", now)).containsExactly("old");
      assertThat(folder.sessions()).containsExactly("current", "young");
    }
  }

  private static String digest(boolean withRules) {
    MemoryIntake listings = new MemoryIntake();
    List<Entry> log = new ArrayList<>();
    List<io.truetape.model.event.Event> events =
        new ArrayList<>(SmallMarket.events(5, 8_000, 2_000, listings));
    events.addAll(0, listings.events());
    if (withRules) {
      events.addFirst(RuleFile.standard().activation(0));
    }
    for (io.truetape.model.event.Event event : events) {
      log.add(new Entry(log.size() + 1, event));
    }
    try (Runner runner = new Runner(SessionClock.standard(), 1)) {
      runner.run(log, (_, _) -> {});
      return runner.digest().hex();
    }
  }
}
