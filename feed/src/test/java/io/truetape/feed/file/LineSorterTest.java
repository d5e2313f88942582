package io.truetape.feed.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Sorting through runs on disk gives what sorting in memory gives.
final class LineSorterTest {
  @Test
  void manyRunsGiveTheSameOrderAsMemory() {
    List<LineSorter.Line> inMemory = sorted(100_000);
    List<LineSorter.Line> onDisk = sorted(97);
    assertThat(inMemory).hasSize(5_000);
    assertThat(onDisk).isEqualTo(inMemory);
  }

  @Test
  void equalTimesKeepFileOrder() {
    try (LineSorter sorter = new LineSorter(2)) {
      sorter.add(new LineSorter.Line(5, 1, "a"));
      sorter.add(new LineSorter.Line(5, 2, "b"));
      sorter.add(new LineSorter.Line(4, 3, "ü"));
      sorter.add(new LineSorter.Line(5, 4, "d"));
      sorter.sort();
      assertThat(drain(sorter))
          .extracting(LineSorter.Line::text)
          .containsExactly("ü", "a", "b", "d");
    }
  }

  private static List<LineSorter.Line> sorted(int limit) {
    Random random = new Random(42);
    try (LineSorter sorter = new LineSorter(limit)) {
      for (int i = 0; i < 5_000; i++) {
        sorter.add(new LineSorter.Line(random.nextInt(500), i, "line " + i));
      }
      sorter.sort();
      return drain(sorter);
    }
  }

  private static List<LineSorter.Line> drain(LineSorter sorter) {
    List<LineSorter.Line> out = new ArrayList<>();
    while (sorter.hasNext()) {
      out.add(sorter.next());
    }
    return out;
  }
}
