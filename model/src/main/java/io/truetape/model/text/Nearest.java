package io.truetape.model.text;

import java.util.List;
import java.util.Optional;

/// Finds the known name a person probably meant. Edit distance, at most a third of the letters.
public final class Nearest {
  private Nearest() {}

  /// The closest of `known` to `given`, or empty when none is close. O(known x letters squared).
  public static Optional<String> to(String given, List<String> known) {
    String best = "";
    int bestDistance = Math.max(2, given.length() / 3) + 1;
    for (String name : known) {
      int d = distance(lower(given), lower(name));
      if (d < bestDistance) {
        bestDistance = d;
        best = name;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /// `; did you mean X?` when a name is close, else nothing. Ends a sentence in an error message.
  public static String suggestion(String given, List<String> known) {
    return to(given, known).map(n -> "; did you mean " + n + "?").orElse("");
  }

  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitute = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitute, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }

  private static String lower(String s) {
    return s.toLowerCase(java.util.Locale.ROOT);
  }
}
