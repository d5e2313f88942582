package io.truetape.model.baseline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Lists of contract baselines, ordered by terms and bounded.
public final class Contracts {
  private static final Comparator<ContractBaseline> BY_TERMS =
      (a, b) -> a.compareTerms(b.root(), b.expiryDay(), b.strikeMicros(), b.right());

  private Contracts() {}

  /// At most [Baseline#CONTRACTS], those with the most prints, in order of terms.
  public static List<ContractBaseline> bounded(List<ContractBaseline> contracts) {
    List<ContractBaseline> kept = new ArrayList<>(contracts);
    if (kept.size() > Baseline.CONTRACTS) {
      kept.sort(
          Comparator.comparingLong(ContractBaseline::prints).reversed().thenComparing(BY_TERMS));
      kept = new ArrayList<>(kept.subList(0, Baseline.CONTRACTS));
    }
    kept.sort(BY_TERMS);
    return kept;
  }

  /// Both lists; the later counts of a contract win; what expired by `day` goes.
  static List<ContractBaseline> merged(
      List<ContractBaseline> earlier, List<ContractBaseline> later, int day) {
    List<ContractBaseline> all = new ArrayList<>();
    int i = 0;
    for (ContractBaseline next : later) {
      while (i < earlier.size() && BY_TERMS.compare(earlier.get(i), next) < 0) {
        all.add(earlier.get(i++));
      }
      if (i < earlier.size() && BY_TERMS.compare(earlier.get(i), next) == 0) {
        i++;
      }
      all.add(next);
    }
    all.addAll(earlier.subList(i, earlier.size()));
    all.removeIf(c -> c.expiryDay() <= day);
    return bounded(all);
  }
}
