package io.truetape.feed.synthetic;

import io.truetape.feed.synthetic.market.Chain;
import io.truetape.feed.synthetic.market.Picker;
import io.truetape.feed.synthetic.market.Underlying;
import io.truetape.model.time.SessionDay;
import java.time.LocalDate;
import java.util.List;

/// One day's market: what is listed, and how often each is traded.
///
/// `byShare` picks an underlying of `chains`, `lateShare` one of those that trade to 16:15;
/// `expiries` picks an expiry slot per chain.
record Session(
    LocalDate date,
    SessionDay day,
    List<Chain> chains,
    Picker byShare,
    Picker lateShare,
    List<Picker> expiries) {

  static Session of(LocalDate date, SessionDay day, List<Chain> chains) {
    double[] share = new double[chains.size()];
    double[] late = new double[chains.size()];
    for (int i = 0; i < share.length; i++) {
      Underlying u = chains.get(i).underlying();
      share[i] = u.share();
      late[i] = u.tradesLate() ? u.share() : 0;
    }
    boolean anyLate = java.util.Arrays.stream(late).sum() > 0;
    List<Picker> expiries = chains.stream().map(c -> expiries(c, (int) date.toEpochDay())).toList();
    return new Session(
        date, day, chains, new Picker(share), new Picker(anyLate ? late : share), expiries);
  }

  /// Near expiries trade most: weight 1 / (1 + days to the power 0.8).
  private static Picker expiries(Chain chain, int today) {
    double[] weights = new double[chain.expiries()];
    for (int e = 0; e < weights.length; e++) {
      weights[e] = 1 / (1 + StrictMath.pow(chain.dte(e, today), 0.8));
    }
    return new Picker(weights);
  }
}
