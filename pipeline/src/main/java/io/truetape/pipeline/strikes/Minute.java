package io.truetape.pipeline.strikes;

import io.truetape.model.event.derived.strikes.FlowMinute;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;

/// One minute's flow, forming or closed. Amounts as in [FlowMinute].
final class Minute {
  static final long NANOS = 60_000_000_000L;

  final long startNanos;
  long driftSigned;
  long driftWeighted;
  private int prints;
  private long callVolume;
  private long putVolume;
  private long callPremium;
  private long putPremium;
  private long unclassified;
  private long signedCall;
  private long signedPut;
  private long weightedCall;
  private long weightedPut;
  private int revision;

  Minute(long startNanos) {
    this.startNanos = startNanos;
  }

  void add(Flow flow) {
    prints += flow.count;
    unclassified += flow.isSideKnown && flow.sign == 0 ? flow.premium : 0;
    if (flow.isCall) {
      callVolume += flow.volume;
      callPremium += flow.premium;
      signedCall += flow.signed();
      weightedCall += flow.weighted();
    } else {
      putVolume += flow.volume;
      putPremium += flow.premium;
      signedPut += flow.signed();
      weightedPut += flow.weighted();
    }
  }

  long endNanos() {
    return startNanos + NANOS;
  }

  long netSigned() {
    return signedCall - signedPut;
  }

  long netWeighted() {
    return weightedCall - weightedPut;
  }

  void revise() {
    revision++;
  }

  FlowMinute closed(int symbol, String text) {
    return new FlowMinute(
        endNanos(),
        symbol,
        text,
        startNanos,
        prints,
        callVolume,
        putVolume,
        callPremium,
        putPremium,
        unclassified,
        signedCall,
        signedPut,
        weightedCall,
        weightedPut,
        driftSigned,
        driftWeighted,
        revision);
  }

  void save(StateWriter out) {
    out.putLong(startNanos);
    out.putLong(driftSigned);
    out.putLong(driftWeighted);
    out.putInt(prints);
    out.putLong(callVolume);
    out.putLong(putVolume);
    out.putLong(callPremium);
    out.putLong(putPremium);
    out.putLong(unclassified);
    out.putLong(signedCall);
    out.putLong(signedPut);
    out.putLong(weightedCall);
    out.putLong(weightedPut);
    out.putInt(revision);
  }

  static Minute load(StateReader in) {
    Minute minute = new Minute(in.getLong());
    minute.driftSigned = in.getLong();
    minute.driftWeighted = in.getLong();
    minute.prints = in.getInt();
    minute.callVolume = in.getLong();
    minute.putVolume = in.getLong();
    minute.callPremium = in.getLong();
    minute.putPremium = in.getLong();
    minute.unclassified = in.getLong();
    minute.signedCall = in.getLong();
    minute.signedPut = in.getLong();
    minute.weightedCall = in.getLong();
    minute.weightedPut = in.getLong();
    minute.revision = in.getInt();
    return minute;
  }
}
