package io.truetape.replay.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/// A scorecard as lines for a terminal.
public final class ScoreText {
  private ScoreText() {}

  public static List<String> lines(Scorecard card) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "%,d labelled runs, %,d prints, %.2f hours", card.runs(), card.prints(), card.hours()));
    lines.add("");
    lines.add("Profiles: what was acted (rows), what was read (columns)");
    lines.addAll(table(card.matrix()));
    lines.add("");
    lines.add(String.format(Locale.ROOT, "%-26s %-34s %s", "", "recall", "precision"));
    for (Scorecard.ProfileRow row : card.profiles()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-26s %-34s %s",
              row.profile(),
              share(row.recall()),
              share(row.precision())));
    }
    lines.add(
        String.format(
            Locale.ROOT, "%-26s %-34.3f %.3f", "mean", card.macroRecall(), card.macroPrecision()));
    lines.add("");
    lines.add("Abstention, quietest quarter of symbol minutes first");
    for (int i = 0; i < card.abstention().size(); i++) {
      lines.add(
          String.format(Locale.ROOT, "  quarter %d  %s", i + 1, share(card.abstention().get(i))));
    }
    lines.add("False structures: " + share(card.falseStructures()));
    lines.add(
        String.format(
            Locale.ROOT,
            "Alerts an hour: %.1f, withheld %.1f",
            card.alertsPerHour(),
            card.withheldPerHour()));
    lines.add("");
    lines.add("Classifiers (rows) by scenario (columns)");
    lines.addAll(table(card.classifiers()));
    return lines;
  }

  private static List<String> table(Map<String, Map<String, Long>> table) {
    TreeSet<String> columns = new TreeSet<>();
    table.values().forEach(row -> columns.addAll(row.keySet()));
    List<String> lines = new ArrayList<>();
    int number = 1;
    StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-26s", ""));
    for (String column : columns) {
      lines.add("  " + number + " = " + column);
      head.append(String.format(Locale.ROOT, "%7d", number++));
    }
    lines.add(head.toString());
    table.forEach(
        (name, row) -> {
          StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-26s", name));
          for (String column : columns) {
            line.append(String.format(Locale.ROOT, "%7d", row.getOrDefault(column, 0L)));
          }
          lines.add(line.toString());
        });
    return lines;
  }

  private static String share(Wilson w) {
    return String.format(
        Locale.ROOT,
        "%.3f [%.3f, %.3f] %,d of %,d",
        w.share(),
        w.low(),
        w.high(),
        w.hits(),
        w.of());
  }
}
