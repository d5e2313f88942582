package io.truetape.replay.score;

import io.truetape.model.event.Event;
import io.truetape.model.event.EventSink;
import io.truetape.model.event.derived.meaning.ClassifierHit;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.event.derived.meaning.Profile;
import io.truetape.model.event.derived.meaning.SmartMoneyEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Listens to one run after another and holds what it said against the truth of each.
///
/// A run of a scenario counts as read by the event that holds most of its prints; when no event
/// holds any, as `nothing`. Precision is over labelled runs, noise included: flow without a label is
/// not known to be anything. Source: docs/methods/scoring.md.
public final class Scorer implements EventSink {
  private static final int LEVELS = 4;

  private final Map<String, Map<String, Long>> matrix = new TreeMap<>();
  private final Map<String, Map<String, Long>> scenarios = new TreeMap<>();
  private final Map<String, Map<String, Long>> classifiers = new TreeMap<>();
  private final List<int[]> abstained = new ArrayList<>();
  private Readings readings = new Readings();
  private long runs;
  private long prints;
  private long singles;
  private long claimed;
  private long opened;
  private long withheld;
  private double hours;

  @Override
  public void accept(long seq, Event event) {
    readings.accept(seq, event);
  }

  /// Ends one session: its readings are held against its truth.
  public void end(List<Truth> truths) {
    Map<Long, Long> eventOfPrint = new HashMap<>();
    for (SmartMoneyEvent e : readings.profiles.values()) {
      e.prints().forEach(seq -> eventOfPrint.put(seq, e.eventSeq()));
      int activity =
          readings.printsByMinute.getOrDefault(Readings.minute(e.underlying(), e.fromTsNanos()), 0);
      abstained.add(new int[] {activity, e.abstained() ? 1 : 0});
    }
    Map<Long, String> scenarioOfPrint = new HashMap<>();
    for (Truth truth : truths) {
      runs++;
      String read = read(truth, eventOfPrint);
      count(matrix, truth.family(), read);
      count(scenarios, truth.scenario(), read);
      for (long sequence : truth.sequences()) {
        Long print = readings.printOfSequence.get(sequence);
        if (print != null) {
          scenarioOfPrint.put(print, truth.scenario());
        }
      }
    }
    for (ClassifierHits hits : readings.hits.values()) {
      String scenario = "background";
      for (long print : hits.prints()) {
        scenario = scenarioOfPrint.getOrDefault(print, scenario);
      }
      for (ClassifierHit hit : hits.hits()) {
        count(classifiers, hit.classifier().text(), scenario);
      }
    }
    add();
    readings = new Readings();
  }

  private String read(Truth truth, Map<Long, Long> eventOfPrint) {
    Map<Long, Integer> votes = new HashMap<>();
    for (long sequence : truth.sequences()) {
      Long print = readings.printOfSequence.get(sequence);
      Long event = print == null ? null : eventOfPrint.get(print);
      if (event != null) {
        votes.merge(event, 1, Integer::sum);
      }
    }
    long best = -1;
    int most = 0;
    for (Map.Entry<Long, Integer> vote : new TreeMap<>(votes).entrySet()) {
      if (vote.getValue() > most) {
        best = vote.getKey();
        most = vote.getValue();
      }
    }
    SmartMoneyEvent event = readings.profiles.get(best);
    return event == null ? "nothing" : event.primary().text();
  }

  private void add() {
    prints += readings.prints;
    singles += readings.singles.size();
    claimed += readings.claimedSingles.size();
    opened += readings.alertsOpened;
    withheld += readings.alertsWithheld;
    if (readings.prints > 0) {
      hours += (readings.lastTsNanos - readings.firstTsNanos) / 3.6e12;
    }
  }

  /// The score of everything so far.
  public Scorecard card() {
    List<Scorecard.ProfileRow> rows = new ArrayList<>();
    double recall = 0;
    double precision = 0;
    for (Profile profile : Profile.values()) {
      if (profile == Profile.UNCLEAR) {
        continue;
      }
      Scorecard.ProfileRow row = row(profile.text());
      rows.add(row);
      recall += row.recall().share() / 6;
      precision += row.precision().share() / 6;
    }
    return new Scorecard(
        runs,
        matrix,
        rows,
        recall,
        precision,
        abstention(),
        Wilson.of(claimed, singles),
        classifiers,
        scenarios,
        prints,
        hours,
        hours == 0 ? 0 : opened / hours,
        hours == 0 ? 0 : withheld / hours);
  }

  private Scorecard.ProfileRow row(String profile) {
    long right = 0;
    long really = 0;
    long read = 0;
    for (Map.Entry<String, Map<String, Long>> truth : matrix.entrySet()) {
      for (Map.Entry<String, Long> cell : truth.getValue().entrySet()) {
        boolean isIt = truth.getKey().equals(profile);
        boolean saysIt = cell.getKey().equals(profile);
        right += isIt && saysIt ? cell.getValue() : 0;
        really += isIt ? cell.getValue() : 0;
        read += saysIt ? cell.getValue() : 0;
      }
    }
    return new Scorecard.ProfileRow(profile, Wilson.of(right, really), Wilson.of(right, read));
  }

  private List<Wilson> abstention() {
    List<int[]> sorted = new ArrayList<>(abstained);
    sorted.sort((a, b) -> Integer.compare(a[0], b[0]));
    List<Wilson> levels = new ArrayList<>();
    for (int level = 0; level < LEVELS; level++) {
      int from = sorted.size() * level / LEVELS;
      int to = sorted.size() * (level + 1) / LEVELS;
      long silent = 0;
      for (int[] one : sorted.subList(from, to)) {
        silent += one[1];
      }
      levels.add(Wilson.of(silent, to - from));
    }
    return levels;
  }

  private static void count(Map<String, Map<String, Long>> table, String row, String column) {
    table.computeIfAbsent(row, _ -> new TreeMap<>()).merge(column, 1L, Long::sum);
  }
}
