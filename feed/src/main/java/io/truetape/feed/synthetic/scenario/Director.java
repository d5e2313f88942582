package io.truetape.feed.synthetic.scenario;

import io.truetape.feed.synthetic.market.Agenda;
import io.truetape.feed.synthetic.market.Chain;
import io.truetape.feed.synthetic.market.Dice;
import io.truetape.feed.synthetic.market.Underlying;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Chooses what is acted next, on which underlying and contract, and hands it to the [Stage].
///
/// Scenarios come from a shuffled deck, so each is played once before any is played twice. A
/// scenario that finds no suitable contract is laid aside until the next shuffle.
public final class Director {
  private final List<Scenario> library = Library.all();
  private final List<Scenario> deck = new ArrayList<>();
  private final Stage stage;
  private final Agenda agenda;
  private final Dice dice;

  public Director(Stage stage, Agenda agenda, Dice dice) {
    this.stage = stage;
    this.agenda = agenda;
    this.dice = dice;
  }

  /// How many scenarios there are.
  public int scenarios() {
    return library.size();
  }

  /// Their ids, for checks that nothing of the kind is in an event.
  public List<String> ids() {
    return library.stream().map(Scenario::id).toList();
  }

  /// Starts the next scenario now.
  public void act(List<Chain> chains, LocalDate today, long tsNanos) {
    if (deck.isEmpty()) {
      shuffle();
    }
    Scenario scenario = deck.removeLast();
    int day = (int) today.toEpochDay();
    for (int attempt = 0; attempt < 40; attempt++) {
      Chain chain = chains.get(pickChain(chains.size()));
      int expiry =
          suits(scenario, chain, today, tsNanos, attempt) ? expiry(scenario, chain, day) : -1;
      if (expiry >= 0) {
        stage.play(scenario, chain, expiry, tsNanos);
        return;
      }
    }
  }

  private void shuffle() {
    deck.addAll(library);
    for (int i = deck.size() - 1; i > 0; i--) {
      int j = dice.below(i + 1);
      Scenario swapped = deck.get(i);
      deck.set(i, deck.get(j));
      deck.set(j, swapped);
    }
  }

  /// The first names of the roster twice as often as the rest.
  private int pickChain(int count) {
    return dice.chance(0.5) ? dice.below(Math.min(count, 14)) : dice.below(count);
  }

  private boolean suits(
      Scenario scenario, Chain chain, LocalDate today, long tsNanos, int attempt) {
    Underlying u = chain.underlying();
    if (u.isHalted(tsNanos) || u.symbol().equals("VIX")) {
      return false;
    }
    if (scenario.structure().stockPerUnit() != 0 && u.isIndex()) {
      return false;
    }
    boolean wantsEvent = scenario.family() == Family.EVENT_DRIVEN && attempt < 25;
    return !wantsEvent || agenda.daysToEarnings(u, today) <= 21;
  }

  /// An expiry slot within the wanted days, the nearest of those by chance; -1 when there is none.
  private int expiry(Scenario scenario, Chain chain, int today) {
    int found = -1;
    int seen = 0;
    for (int e = 0; e < chain.expiries(); e++) {
      int dte = chain.dte(e, today);
      if (dte >= scenario.minDte() && dte <= scenario.maxDte()) {
        seen++;
        if (dice.below(seen) == 0) {
          found = e;
        }
      }
    }
    return found;
  }
}
