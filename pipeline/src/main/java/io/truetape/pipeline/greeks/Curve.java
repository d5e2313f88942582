package io.truetape.pipeline.greeks;

import io.truetape.model.event.source.RatePoint;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;

/// The rate curve: linear between tenors, flat outside; the rules' default without points. Of two
/// publications for one tenor the later day counts. 64 tenors; further ones are left out.
final class Curve {
  private static final int LIMIT = 64;

  private final int[] days = new int[LIMIT];
  private final double[] rates = new double[LIMIT];
  private final int[] asOf = new int[LIMIT];
  private int size;

  void take(RatePoint point) {
    int at = 0;
    while (at < size && days[at] < point.tenorDays()) {
      at++;
    }
    if (at < size && days[at] == point.tenorDays()) {
      if (point.asOfDay() >= asOf[at]) {
        rates[at] = point.rate();
        asOf[at] = point.asOfDay();
      }
      return;
    }
    if (size == LIMIT) {
      return;
    }
    for (int i = size; i > at; i--) {
      days[i] = days[i - 1];
      rates[i] = rates[i - 1];
      asOf[i] = asOf[i - 1];
    }
    days[at] = point.tenorDays();
    rates[at] = point.rate();
    asOf[at] = point.asOfDay();
    size++;
  }

  double rate(double years, double otherwise) {
    if (size == 0) {
      return otherwise;
    }
    double day = years * 365;
    int above = 0;
    while (above < size && days[above] < day) {
      above++;
    }
    if (above == 0) {
      return rates[0];
    }
    if (above == size) {
      return rates[size - 1];
    }
    double share = (day - days[above - 1]) / (days[above] - days[above - 1]);
    return rates[above - 1] + share * (rates[above] - rates[above - 1]);
  }

  void save(StateWriter out) {
    out.putInt(size);
    for (int i = 0; i < size; i++) {
      out.putInt(days[i]);
      out.putDouble(rates[i]);
      out.putInt(asOf[i]);
    }
  }

  void load(StateReader in) {
    size = in.getInt();
    for (int i = 0; i < size; i++) {
      days[i] = in.getInt();
      rates[i] = in.getDouble();
      asOf[i] = in.getInt();
    }
  }
}
