package io.truetape.bench;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.control.SessionOpened;
import io.truetape.model.event.derived.Watermark;
import io.truetape.model.event.derived.exposure.ExposureComputed;
import io.truetape.model.event.derived.greeks.ContractPriced;
import io.truetape.model.event.source.ContractListed;
import io.truetape.model.event.source.OpenInterest;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.Greeks;
import io.truetape.model.market.GreeksAbsence;
import io.truetape.model.market.Right;
import io.truetape.model.symbol.Contract;
import io.truetape.model.time.SessionClock;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.exposure.ExposureStage;
import io.truetape.pipeline.math.AmericanPricer;
import io.truetape.pipeline.math.Black76;
import io.truetape.pipeline.math.ImpliedVol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Implied volatility, American prices, and the exposure of 10,000 contracts.
public final class GreeksBench {
  private static final int CONTRACTS = 10_000;
  private static final double SPOT = 6_000;

  private GreeksBench() {}

  public static void main(String[] args) {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
    for (int round = 0; round < rounds; round++) {
      volatilities();
      americans();
      reprice();
      publish();
    }
  }

  /// A million listed options: 1 day to 2 years, 8 % to 120 %, up to 6 deviations out.
  private static void volatilities() {
    int side = 1_000;
    double[] x = new double[side * side];
    double[] beta = new double[side * side];
    int count = 0;
    double[] s = new double[side * side];
    for (int i = 0; i < side; i++) {
      double total = 0.004 * StrictMath.pow(400, i / (double) side);
      for (int j = 0; j < side; j++) {
        double money = -6.0 * total * j / side;
        double forward = StrictMath.exp(money);
        double price = Black76.price(forward, 1, 1, total, true);
        x[count] = money;
        s[count] = total;
        beta[count++] = price / Math.sqrt(forward);
      }
    }
    long from = System.nanoTime();
    double worst = 0;
    for (int i = 0; i < count; i++) {
      worst = Math.max(worst, Math.abs(ImpliedVol.normalised(x[i], beta[i]) / s[i] - 1));
    }
    double nanos = (System.nanoTime() - from) / (double) count;
    System.out.printf(
        "implied volatility   %,d in %.0f ns each, round trip error %.2e%n", count, nanos, worst);
  }

  private static void americans() {
    AmericanPricer pricer = new AmericanPricer();
    long from = System.nanoTime();
    double sum = 0;
    int count = 20_000;
    for (int i = 0; i < count; i++) {
      double strike = 70 + i % 60;
      double vol = 0.15 + (i % 7) * 0.1;
      sum += pricer.price(100, strike, 0.04, 0.01, vol, 0.02 + (i % 11) * 0.1, false);
    }
    double micros = (System.nanoTime() - from) / 1e3 / count;
    System.out.printf("American price       %.1f us each (sum %.3f)%n", micros, sum);
    from = System.nanoTime();
    count = 2_000;
    for (int i = 0; i < count; i++) {
      sum += pricer.greeks(100, 70 + i % 60, 0.04, 0.01, 0.3, 0.5, false).delta();
    }
    micros = (System.nanoTime() - from) / 1e3 / count;
    System.out.printf("American greeks      %.1f us each (sum %.3f)%n", micros, sum);
  }

  /// Inversion and all greeks of 10,000 European contracts.
  private static void reprice() {
    double sum = 0;
    long from = System.nanoTime();
    for (int i = 0; i < CONTRACTS; i++) {
      double strike = 4_000 + 4 * (i % 1_000);
      double years = 0.01 + 0.1 * (i / 1_000);
      double price = 20 + Math.max(0, SPOT - strike);
      double total = ImpliedVol.total(price, SPOT, strike, true);
      if (total > 0) {
        double vol = total / Math.sqrt(years);
        sum += Black76.greeks(SPOT, SPOT, strike, 0.04, vol, years, true).gamma();
      }
    }
    double millis = (System.nanoTime() - from) / 1e6;
    System.out.printf("10,000 contracts inverted and re-priced in %.2f ms (%.5f)%n", millis, sum);
  }

  /// The room itself: one publication over 10,000 contracts, one zero-gamma search included.
  private static void publish() {
    SessionClock clock = SessionClock.standard();
    ExposureStage stage = new ExposureStage(clock, 1, "SPX");
    List<DerivedEvent> told = new ArrayList<>();
    Emitter out =
        new Emitter() {
          @Override
          public long seq() {
            return 1;
          }

          @Override
          public void emit(DerivedEvent event) {
            told.add(event);
          }
        };
    int day = (int) LocalDate.of(2026, 1, 16).toEpochDay();
    long now = clock.day(day).openNanos();
    stage.on(new SessionOpened(now, day, "bench", true), out);
    List<ContractPriced> priced = new ArrayList<>();
    for (int i = 0; i < CONTRACTS; i++) {
      Right right = i % 2 == 0 ? Right.CALL : Right.PUT;
      long strike = (5_000 + 4L * (i / 2 % 500)) * 1_000_000;
      Contract c = Contract.standard("SPXW", day + 1 + 7 * (i / 1_000), right, strike);
      stage.on(new ContractListed(1, 1, FeedId.ENGINE, i + 1, 1, c), out);
      stage.on(new OpenInterest(1, 1, FeedId.ENGINE, i + 1, 100 + i % 900, day - 1, "bench"), out);
      double years = (1 + 7 * (i / 1_000)) / 365.0;
      Greeks g = Black76.greeks(SPOT, SPOT, strike / 1e6, 0.04, 0.2, years, c.isCall());
      priced.add(
          new ContractPriced(
              now, i + 1, c, 2, g, SPOT, SPOT, true, years, 0.04, 0, GreeksAbsence.NONE));
    }
    priced.forEach(p -> stage.on(p, out));
    double[] millis = new double[20];
    for (int i = 0; i < millis.length; i++) {
      stage.on(priced.get(i), out);
      now += 1_000_000_000L;
      long from = System.nanoTime();
      stage.on(new Watermark(now), out);
      millis[i] = (System.nanoTime() - from) / 1e6;
    }
    Arrays.sort(millis);
    boolean resolved =
        told.getLast() instanceof ExposureComputed e && e.flip().isNaive();
    System.out.printf(
        "exposure of 10,000 contracts with one zero-gamma search: median %.1f ms, worst %.1f ms (%d"
            + " published, resolved %b)%n",
        millis[millis.length / 2], millis[millis.length - 1], told.size(), resolved);
  }
}
