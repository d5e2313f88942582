package io.truetape.replay.shadow;

import io.truetape.model.text.BadInput;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The least Jaccard index an item may have: `chip.sweeps=0.95`, `classifier=0.9`, `all=0.5`.
///
/// The most exact one counts; an item that none names may differ as it likes.
public final class Tolerances {
  private static final List<String> GROUPS =
      List.of("all", "chip", "classifier", "profile", "alert");

  private final Map<String, Double> least = new TreeMap<>();

  /// Reads declarations; refused when one is not `NAME=0.95` or names no group.
  public Tolerances(List<String> declarations) {
    for (String declaration : declarations) {
      int equals = declaration.indexOf('=');
      String name = equals < 0 ? "" : declaration.substring(0, equals).strip();
      String group = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
      if (!GROUPS.contains(group)) {
        throw new BadInput(
            "tolerance \""
                + declaration
                + "\": expected NAME=0.95 with NAME one of "
                + GROUPS
                + ", or chip.sweeps and the like");
      }
      least.put(name, share(declaration, declaration.substring(equals + 1).strip()));
    }
  }

  private static double share(String declaration, String text) {
    try {
      double share = Double.parseDouble(text);
      if (share >= 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      throw new BadInput("tolerance \"" + declaration + "\": expected a share from 0 to 1");
    }
    throw new BadInput("tolerance \"" + declaration + "\": expected a share from 0 to 1");
  }

  /// The least index of an item; 0 when none was declared.
  double of(String group, String item) {
    Double exact = least.get(group + "." + item);
    Double ofGroup = least.get(group);
    Double all = least.get("all");
    return exact != null ? exact : ofGroup != null ? ofGroup : all != null ? all : 0;
  }
}
