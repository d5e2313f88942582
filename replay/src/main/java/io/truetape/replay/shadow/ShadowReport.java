package io.truetape.replay.shadow;

import java.util.List;
import java.util.Map;

/// Two rule sets over the same sessions, item by item.
///
/// `rules` are A and B. `within` is false when an item lies below its declared tolerance. `prints`
/// counts finished prints under A, `millis` what both runs took.
public record ShadowReport(
    List<Rules> rules, List<Session> sessions, boolean within, List<Row> rows, List<Key> keys) {
  public ShadowReport {
    rules = List.copyOf(rules);
    sessions = List.copyOf(sessions);
    rows = List.copyOf(rows);
    keys = List.copyOf(keys);
  }

  /// One rule set.
  public record Rules(String name, String version, String sha256) {}

  /// One session: finished prints under each rule set.
  public record Session(String name, long printsBefore, long printsAfter) {}

  /// A key in which the rule sets differ.
  public record Key(String key, String before, String after) {}

  /// One chip, classifier, profile or alert thesis.
  ///
  /// `before`, `after` count what A and B said; `jaccard` is what both said over what either said, 1
  /// when nobody said anything; `features` counts every flip by what caused it; `flips` are the first.
  public record Row(
      String group,
      String item,
      long before,
      long after,
      long added,
      long removed,
      double jaccard,
      double tolerance,
      boolean within,
      Map<String, Long> features,
      List<Flip> flips) {
    public Row {
      flips = List.copyOf(flips);
    }
  }
}
