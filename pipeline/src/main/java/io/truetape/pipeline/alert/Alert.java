package io.truetape.pipeline.alert;

import io.truetape.model.event.derived.meaning.AlertScore;
import io.truetape.model.event.derived.meaning.Severity;
import io.truetape.model.id.EventRef;
import io.truetape.model.market.Sentiment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One alert while it lives: its subjects, and what was last said of it. At most [#SUBJECTS].
final class Alert {
  static final int SUBJECTS = 64;

  private final String thesis;
  private final Sentiment direction;
  private final long seq;
  private final long openedTsNanos;
  private final boolean withheld;
  private final List<Hit> hits = new ArrayList<>(2);
  private final List<EventRef> backing = new ArrayList<>(1);
  private Hit latest;
  private long lowestSeq = Long.MAX_VALUE;
  private long highestSeq = Long.MIN_VALUE;
  private long lastTsNanos;
  private long droppedPremium;
  private int dropped;
  private int revision = -1;
  private long saidPremium;
  private int leftOut;
  private String leftOutWhy = "";
  private double total;
  private double peak;
  private Severity severity = Severity.LOW;

  Alert(Hit first, String thesis, boolean withheld) {
    this(first, thesis, first.direction(), first.subject().seq(), first.tsNanos(), withheld);
    add(first);
  }

  /// As restored from a snapshot: without hits yet.
  Alert(
      Hit latest,
      String thesis,
      Sentiment direction,
      long seq,
      long openedTsNanos,
      boolean withheld) {
    this.thesis = thesis;
    this.direction = direction;
    this.seq = seq;
    this.openedTsNanos = openedTsNanos;
    this.withheld = withheld;
    this.latest = latest;
  }

  String thesis() {
    return thesis;
  }

  Sentiment direction() {
    return direction;
  }

  long seq() {
    return seq;
  }

  long openedTsNanos() {
    return openedTsNanos;
  }

  /// True when it was opened but not shown, for lack of room or of a sound feed.
  boolean isWithheld() {
    return withheld;
  }

  long lastTsNanos() {
    return lastTsNanos;
  }

  /// Adds a subject, or puts a later word on the same one in its place.
  void add(Hit hit) {
    latest = hit;
    cover(hit.subject());
    lastTsNanos = Math.max(lastTsNanos, hit.tsNanos());
    for (int i = 0; i < hits.size(); i++) {
      if (hits.get(i).subject().equals(hit.subject())) {
        hits.set(i, hit);
        return;
      }
    }
    if (hits.size() == SUBJECTS) {
      droppedPremium += hits.removeFirst().premiumMicros();
      dropped++;
    }
    hits.add(hit);
  }

  boolean remove(EventRef subject) {
    return hits.removeIf(hit -> hit.subject().equals(subject));
  }

  boolean has(EventRef subject) {
    if (subject.seq() < lowestSeq || subject.seq() > highestSeq) {
      return false;
    }
    for (Hit hit : hits) {
      if (hit.subject().equals(subject)) {
        return true;
      }
    }
    return backing.contains(subject);
  }

  /// Prints behind the hit on this subject; 0 when there is none.
  int printsOf(EventRef subject) {
    for (Hit hit : hits) {
      if (hit.subject().equals(subject)) {
        return hit.prints();
      }
    }
    return 0;
  }

  /// A hit came while the feed was at fault: counted, not heard.
  void leaveOut(String fault) {
    leftOut++;
    leftOutWhy = fault;
  }

  /// What was left out since this was asked last, in words; empty when nothing was.
  String takeLeftOut() {
    String words =
        leftOut == 0
            ? ""
            : leftOut + (leftOut == 1 ? " hit" : " hits") + " left out: " + leftOutWhy;
    leftOut = 0;
    leftOutWhy = "";
    return words;
  }

  /// A profile that shares its evidence backs it; nothing is counted twice.
  void back(EventRef profile) {
    if (backing.size() < SUBJECTS && !backing.contains(profile)) {
      backing.add(profile);
      cover(profile);
    }
  }

  /// Widens the range of names that may be here, so that most questions end at once.
  private void cover(EventRef subject) {
    lowestSeq = Math.min(lowestSeq, subject.seq());
    highestSeq = Math.max(highestSeq, subject.seq());
  }

  /// Takes over a hit from a snapshot.
  void restore(Hit hit) {
    hits.add(hit);
    cover(hit.subject());
  }

  List<EventRef> backing() {
    return backing;
  }

  /// The hit that came last, even when it was taken back.
  Hit latest() {
    return latest;
  }

  List<Hit> hits() {
    return hits;
  }

  boolean isEmpty() {
    return hits.isEmpty();
  }

  int count() {
    return hits.size() + dropped;
  }

  long premiumMicros() {
    long sum = droppedPremium;
    for (Hit hit : hits) {
      sum += hit.premiumMicros();
    }
    return sum;
  }

  /// The hit that scores highest with the whole premium, and its score; null without hits.
  @Nullable Best best(Scorer scorer) {
    Best best = null;
    long premium = premiumMicros();
    for (Hit hit : hits) {
      AlertScore score = scorer.score(hit, premium);
      if (best == null || score.total() > best.score().total()) {
        best = new Best(hit, score);
      }
    }
    return best;
  }

  record Best(Hit hit, AlertScore score) {}

  boolean isNamedAs(Alert other) {
    return seq == other.seq && direction == other.direction && thesis.equals(other.thesis);
  }

  /// Goes on from one of the same name that ended.
  void follow(Alert before) {
    revision = Math.max(revision, before.revision);
  }

  int nextRevision() {
    return ++revision;
  }

  int revision() {
    return revision;
  }

  /// The premium when it was said last.
  long saidPremium() {
    return saidPremium;
  }

  /// The score as it was said last.
  double total() {
    return total;
  }

  double peak() {
    return peak;
  }

  Severity severity() {
    return severity;
  }

  void said(double newTotal, Severity now) {
    total = newTotal;
    saidPremium = premiumMicros();
    peak = Math.max(peak, total);
    severity = now;
  }

  /// Restores what was said before a snapshot.
  void restore(
      long lastTs,
      long saidThen,
      long premium,
      int others,
      int lastRevision,
      double now,
      double highest,
      Severity s) {
    lastTsNanos = lastTs;
    droppedPremium = premium;
    dropped = others;
    saidPremium = saidThen;
    revision = lastRevision;
    total = now;
    peak = highest;
    severity = s;
  }

  /// Restores what was left out before a snapshot.
  void restore(int count, String why) {
    leftOut = count;
    leftOutWhy = why;
  }

  int leftOut() {
    return leftOut;
  }

  String leftOutWhy() {
    return leftOutWhy;
  }

  long droppedPremium() {
    return droppedPremium;
  }

  int dropped() {
    return dropped;
  }
}
