package io.truetape.replay.shadow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Exact counts per item, with the first flips of each as examples.
final class Counts {
  private final int examples;
  private final Map<String, Map<String, Count>> groups = new TreeMap<>();

  Counts(int examples) {
    this.examples = examples;
  }

  private static final class Count {
    private long both;
    private long removed;
    private long added;
    private final Map<String, Long> features = new TreeMap<>();
    private final List<Flip> flips = new ArrayList<>();
  }

  void both(String group, String item) {
    of(group, item).both++;
  }

  void flip(String group, String item, Flip flip) {
    Count count = of(group, item);
    if (flip.added()) {
      count.added++;
    } else {
      count.removed++;
    }
    count.features.merge(flip.feature(), 1L, Long::sum);
    if (count.flips.size() < examples) {
      count.flips.add(flip);
    }
  }

  /// Every item that anyone said, by group and name.
  List<ShadowReport.Row> rows(Tolerances tolerances) {
    List<ShadowReport.Row> rows = new ArrayList<>();
    groups.forEach(
        (group, items) ->
            items.forEach((item, count) -> rows.add(row(group, item, count, tolerances))));
    return rows;
  }

  private static ShadowReport.Row row(
      String group, String item, Count count, Tolerances tolerances) {
    long either = count.both + count.removed + count.added;
    double jaccard = either == 0 ? 1 : (double) count.both / either;
    double tolerance = tolerances.of(group, item);
    return new ShadowReport.Row(
        group,
        item,
        count.both + count.removed,
        count.both + count.added,
        count.added,
        count.removed,
        jaccard,
        tolerance,
        jaccard >= tolerance,
        new TreeMap<>(count.features),
        count.flips);
  }

  private Count of(String group, String item) {
    return groups
        .computeIfAbsent(group, _ -> new TreeMap<>())
        .computeIfAbsent(item, _ -> new Count());
  }
}
