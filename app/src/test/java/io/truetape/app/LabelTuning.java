package io.truetape.app;

import io.truetape.feed.synthetic.SyntheticMode;
import io.truetape.replay.score.Scorecard;
import io.truetape.replay.score.Scorer;

/// Prints the scorecard of a range of seeds: `LabelTuning FROM TO MINUTES [MODE]`. For tuning rules on
/// seeds 1 to 50; reports are made on 51 to 100.
final class LabelTuning {
  private LabelTuning() {}

  public static void main(String[] args) {
    SyntheticMode mode = args.length > 3 ? SyntheticMode.of(args[3]) : SyntheticMode.REALISTIC;
    Scorer scorer = new Scorer();
    for (long seed = Long.parseLong(args[0]); seed <= Long.parseLong(args[1]); seed++) {
      scorer.end(SeededMarket.play(seed, mode, Integer.parseInt(args[2]), scorer));
    }
    Scorecard card = scorer.card();
    System.out.println("runs " + card.runs() + " prints " + card.prints());
    card.matrix().forEach((family, read) -> System.out.println(family + " " + read));
    card.scenarios().forEach((scenario, read) -> System.out.println("  " + scenario + " " + read));
    card.profiles()
        .forEach(
            row ->
                System.out.printf(
                    "%-26s recall %.3f precision %.3f%n",
                    row.profile(), row.recall().share(), row.precision().share()));
    System.out.printf(
        "macro recall %.3f precision %.3f%n", card.macroRecall(), card.macroPrecision());
    card.abstention().forEach(w -> System.out.printf("abstained %.3f of %d%n", w.share(), w.of()));
    System.out.printf(
        "false structures %.5f alerts/h %.1f withheld/h %.1f%n",
        card.falseStructures().share(), card.alertsPerHour(), card.withheldPerHour());
    card.classifiers().forEach((c, of) -> System.out.println(c + " " + of));
  }
}
