package io.truetape.replay.score;

import java.util.List;
import java.util.Map;

/// How readings compared with the truth of one or more sessions.
///
/// | component | meaning |
/// |---|---|
/// | `matrix` | true family, then what was read: a profile, `unclear` or `nothing`; counts of runs |
/// | `profiles` | per profile, over labelled runs |
/// | `macroRecall`, `macroPrecision` | means over the six profiles |
/// | `abstention` | per activity level (quarters of prints per symbol and minute), quietest first |
/// | `falseStructures` | share of prints without a leg's code that an inferred structure claimed |
/// | `classifiers` | classifier, then scenario (or `background`); counts of subjects |
/// | `alertsPerHour`, `withheldPerHour` | opened and throttled |
public record Scorecard(
    long runs,
    Map<String, Map<String, Long>> matrix,
    List<ProfileRow> profiles,
    double macroRecall,
    double macroPrecision,
    List<Wilson> abstention,
    Wilson falseStructures,
    Map<String, Map<String, Long>> classifiers,
    Map<String, Map<String, Long>> scenarios,
    long prints,
    double hours,
    double alertsPerHour,
    double withheldPerHour) {

  /// One profile: how many of its runs were read as it, and how many read as it were.
  public record ProfileRow(String profile, Wilson recall, Wilson precision) {}
}
