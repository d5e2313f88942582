package io.truetape.app;

import io.truetape.feed.synthetic.SyntheticMode;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventSink;
import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.meaning.SmartMoneyEvent;
import io.truetape.replay.score.Scorecard;
import io.truetape.replay.score.Scorer;
import io.truetape.replay.score.Truth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Prints the scorecard of a range of seeds: `LabelTuning FROM TO MINUTES [MODE]`. For tuning on
/// seeds 1 to 50; reports are made on 51 to 100.
final class LabelTuning {
  private LabelTuning() {}

  /// Shows how each run of one scenario was read: `-Dtruetape.dump=SCENARIO`.
  private static final class Dump implements EventSink {
    private final Map<Long, Long> printOfSequence = new HashMap<>();
    private final Map<Long, SmartMoneyEvent> events = new LinkedHashMap<>();

    @Override
    public void accept(long seq, Event event) {
      if (event instanceof ChippedPrint print) {
        printOfSequence.put(print.print().vendorSequence(), print.printSeq());
      } else if (event instanceof SmartMoneyEvent e) {
        events.put(e.eventSeq(), e);
      }
    }

    void print(List<Truth> truths, String scenario) {
      for (Truth truth : truths) {
        if (!List.of(scenario.split(",")).contains(truth.scenario())) {
          continue;
        }
        System.out.println("== " + truth.scenario() + " " + truth.underlying());
        for (SmartMoneyEvent e : events.values()) {
          long held =
              truth.sequences().stream()
                  .map(printOfSequence::get)
                  .filter(seq -> seq != null && e.prints().contains(seq))
                  .count();
          if (held > 0) {
            String why = e.primary() + " " + e.abstentions();
            System.out.println(held + " " + why + " " + e.features());
            e.scores()
                .subList(0, Math.min(2, e.scores().size()))
                .forEach(
                    s ->
                        System.out.printf(
                            "   %s fit %.2f strength %.2f penalty %.2f %s%n",
                            s.profile(), s.fit(), s.strength(), s.penalty(), s.reasons()));
            System.out.println("   " + e.suppressed());
          }
        }
      }
    }
  }

  public static void main(String[] args) {
    SyntheticMode mode = args.length > 3 ? SyntheticMode.of(args[3]) : SyntheticMode.REALISTIC;
    Scorer scorer = new Scorer();
    for (long seed = Long.parseLong(args[0]); seed <= Long.parseLong(args[1]); seed++) {
      Dump dump = new Dump();
      List<Truth> truths =
          SeededMarket.play(
              seed,
              mode,
              Integer.parseInt(args[2]),
              (seq, e) -> {
                scorer.accept(seq, e);
                dump.accept(seq, e);
              });
      dump.print(truths, System.getProperty("truetape.dump", ""));
      scorer.end(truths);
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
