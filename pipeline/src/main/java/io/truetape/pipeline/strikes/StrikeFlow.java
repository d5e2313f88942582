package io.truetape.pipeline.strikes;

import io.truetape.model.event.derived.strikes.FlowRate;
import io.truetape.model.event.derived.strikes.StrikeRow;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import java.util.ArrayList;
import java.util.List;

/// One strike of the nearest expiry since the session began. Amounts as in [StrikeRow].
final class StrikeFlow {
  final long strikeMicros;
  private final List<Rate> rates = List.of(new Rate(5), new Rate(30), new Rate(60));
  private long callVolume;
  private long putVolume;
  private long callPremium;
  private long putPremium;
  private long signedPremium;
  private long weightedPremium;
  private double signedDelta;
  private double weightedDelta;
  private double weightedGamma;
  private long deltaVolume;
  private long callLast;
  private long putLast;
  private double callIv = -1;
  private double putIv = -1;
  private long callOi = -1;
  private long putOi = -1;

  StrikeFlow(long strikeMicros) {
    this.strikeMicros = strikeMicros;
  }

  void add(Flow flow) {
    if (flow.isCall) {
      callVolume += flow.volume;
      callPremium += flow.premium;
      callLast = flow.priceMicros > 0 ? flow.priceMicros : callLast;
    } else {
      putVolume += flow.volume;
      putPremium += flow.premium;
      putLast = flow.priceMicros > 0 ? flow.priceMicros : putLast;
    }
    signedPremium += flow.directional();
    weightedPremium += flow.directionalWeighted();
    if (flow.hasDelta) {
      signedDelta += flow.sign * flow.deltaShares;
      weightedDelta += flow.weight * flow.deltaShares;
      weightedGamma += flow.weight * flow.gammaShares;
      deltaVolume += flow.volume;
    }
  }

  /// The volatility a contract was priced at; -1 says it has none any more.
  void priced(boolean isCall, double iv) {
    if (isCall) {
      callIv = iv;
    } else {
      putIv = iv;
    }
  }

  /// One contract's open interest became `now`; it was `before`, -1 when unknown.
  void addOpenInterest(boolean isCall, long before, long now) {
    long more = now - Math.max(0, before);
    if (isCall) {
      callOi = Math.max(0, callOi) + more;
    } else {
      putOi = Math.max(0, putOi) + more;
    }
  }

  /// Ends a bar of the i-th length, `times` of them when flow was silent in between.
  boolean endBars(int i, long times) {
    boolean changed = false;
    for (long n = Math.min(times, 3); n > 0; n--) {
      changed |= rates.get(i).endBar(callVolume + putVolume, weightedPremium, weightedDelta);
    }
    return changed;
  }

  StrikeRow row() {
    List<FlowRate> speeds = new ArrayList<>(3);
    for (Rate rate : rates) {
      speeds.add(rate.rate());
    }
    return new StrikeRow(
        strikeMicros,
        callVolume,
        putVolume,
        callPremium,
        putPremium,
        signedPremium,
        weightedPremium,
        signedDelta,
        weightedDelta,
        weightedGamma,
        deltaVolume,
        callLast,
        putLast,
        callIv,
        putIv,
        callOi,
        putOi,
        speeds);
  }

  void save(StateWriter out) {
    out.putLong(strikeMicros);
    out.putLong(callVolume);
    out.putLong(putVolume);
    out.putLong(callPremium);
    out.putLong(putPremium);
    out.putLong(signedPremium);
    out.putLong(weightedPremium);
    out.putDouble(signedDelta);
    out.putDouble(weightedDelta);
    out.putDouble(weightedGamma);
    out.putLong(deltaVolume);
    out.putLong(callLast);
    out.putLong(putLast);
    out.putDouble(callIv);
    out.putDouble(putIv);
    out.putLong(callOi);
    out.putLong(putOi);
    for (Rate rate : rates) {
      rate.save(out);
    }
  }

  static StrikeFlow load(StateReader in) {
    StrikeFlow flow = new StrikeFlow(in.getLong());
    flow.callVolume = in.getLong();
    flow.putVolume = in.getLong();
    flow.callPremium = in.getLong();
    flow.putPremium = in.getLong();
    flow.signedPremium = in.getLong();
    flow.weightedPremium = in.getLong();
    flow.signedDelta = in.getDouble();
    flow.weightedDelta = in.getDouble();
    flow.weightedGamma = in.getDouble();
    flow.deltaVolume = in.getLong();
    flow.callLast = in.getLong();
    flow.putLast = in.getLong();
    flow.callIv = in.getDouble();
    flow.putIv = in.getDouble();
    flow.callOi = in.getLong();
    flow.putOi = in.getLong();
    for (Rate rate : flow.rates) {
      rate.load(in);
    }
    return flow;
  }
}
