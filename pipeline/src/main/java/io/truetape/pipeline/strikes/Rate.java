package io.truetape.pipeline.strikes;

import io.truetape.model.event.derived.strikes.FlowRate;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;

/// Speed of one strike's flow over bars of one length, from running totals.
final class Rate {
  private static final double MICROS = 1e6;

  private final int seconds;
  private long volumeAtStart;
  private long premiumAtStart;
  private double deltaAtStart;
  private double volumeVelocity;
  private double premiumVelocity;
  private double premiumAcceleration;
  private double deltaVelocity;
  private double deltaAcceleration;

  Rate(int seconds) {
    this.seconds = seconds;
  }

  /// Ends a bar at these totals (premium in micro-dollars); true when any rate changed.
  boolean endBar(long volume, long premium, double delta) {
    double newVolume = (double) (volume - volumeAtStart) / seconds;
    double newPremium = (premium - premiumAtStart) / MICROS / seconds;
    double newDelta = (delta - deltaAtStart) / seconds;
    double newPremiumAcceleration = (newPremium - premiumVelocity) / seconds;
    double newDeltaAcceleration = (newDelta - deltaVelocity) / seconds;
    boolean changed =
        differ(newVolume, volumeVelocity)
            || differ(newPremium, premiumVelocity)
            || differ(newDelta, deltaVelocity)
            || differ(newPremiumAcceleration, premiumAcceleration)
            || differ(newDeltaAcceleration, deltaAcceleration);
    volumeAtStart = volume;
    premiumAtStart = premium;
    deltaAtStart = delta;
    volumeVelocity = newVolume;
    premiumVelocity = newPremium;
    premiumAcceleration = newPremiumAcceleration;
    deltaVelocity = newDelta;
    deltaAcceleration = newDeltaAcceleration;
    return changed;
  }

  FlowRate rate() {
    return new FlowRate(
        seconds,
        volumeVelocity,
        premiumVelocity,
        premiumAcceleration,
        deltaVelocity,
        deltaAcceleration);
  }

  private static boolean differ(double a, double b) {
    return Double.compare(a, b) != 0;
  }

  void save(StateWriter out) {
    out.putLong(volumeAtStart);
    out.putLong(premiumAtStart);
    out.putDouble(deltaAtStart);
    out.putDouble(volumeVelocity);
    out.putDouble(premiumVelocity);
    out.putDouble(premiumAcceleration);
    out.putDouble(deltaVelocity);
    out.putDouble(deltaAcceleration);
  }

  void load(StateReader in) {
    volumeAtStart = in.getLong();
    premiumAtStart = in.getLong();
    deltaAtStart = in.getDouble();
    volumeVelocity = in.getDouble();
    premiumVelocity = in.getDouble();
    premiumAcceleration = in.getDouble();
    deltaVelocity = in.getDouble();
    deltaAcceleration = in.getDouble();
  }
}
