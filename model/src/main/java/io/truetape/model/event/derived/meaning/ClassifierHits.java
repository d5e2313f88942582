package io.truetape.model.event.derived.meaning;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.EventKind;
import io.truetape.model.id.EventRef;
import io.truetape.model.symbol.Contract;
import java.util.List;

/// What the classifiers said of one packet or structure.
///
/// `subject` is the packet or structure; the event has the subject's name. A later `revision`
/// replaces earlier ones; one without hits takes them back. `quality` is the share of prints
/// with a usable quote; `bias` buys less sells, [-1, 1]; `structureScore` how sure the package is,
/// or how much the packet looks like one order, [0, 1].
public record ClassifierHits(
    long tsNanos,
    EventRef subject,
    int revision,
    String underlying,
    int contractId,
    Contract contract,
    long premiumMicros,
    double premiumRank,
    double premiumZ,
    boolean hasZ,
    double bias,
    double quality,
    double insideRatio,
    double spreadBps,
    double structureScore,
    List<Long> prints,
    List<ClassifierHit> hits)
    implements DerivedEvent {
  public ClassifierHits {
    prints = List.copyOf(prints);
    hits = List.copyOf(hits);
  }

  @Override
  public EventKind kind() {
    return EventKind.CLASSIFIER_HITS;
  }
}
