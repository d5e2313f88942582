package io.truetape.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.model.market.Greeks;
import io.truetape.model.market.Right;
import io.truetape.model.symbol.Contract;
import io.truetape.model.time.SessionClock;
import io.truetape.pipeline.math.AmericanPricer;
import io.truetape.pipeline.math.Black76;
import io.truetape.pipeline.math.ImpliedVol;
import io.truetape.testkit.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Our volatility and delta beside those a vendor published with recorded chains, from the same
/// closing prices. The vendor states neither its rate nor its clock, so agreement is close, not exact.
///
/// In the recorded stock chains most of the vendor's volatilities do not give the row's own closing
/// price back (it shows one volatility for a call and its put, up to 3.6 at the money). Volatility is
/// therefore compared where the row agrees with itself to 2 %, delta everywhere at the row's own
/// volatility.
class LeanGreeksTest {
  private static final double YEAR_NANOS = 365 * 86_400e9;
  private static final double RATE = 0.01;
  private final SessionClock clock = SessionClock.standard();
  private final AmericanPricer pricer = new AmericanPricer();

  @Test
  void volatilityAndDeltaOfRecordedStockChainsAreTheVendorsNearTheMoney() throws IOException {
    List<Double> vols = new ArrayList<>();
    List<Double> deltas = new ArrayList<>();
    for (String day : List.of("20151223", "20151224")) {
      compare("option/usa/universes/goog/" + day + ".csv", "GOOG", day, vols, deltas);
    }
    report("GOOG 2015-12-23/24", vols, deltas);
    assertThat(vols.size()).isGreaterThan(50);
    assertThat(deltas.size()).isGreaterThan(2_000);
    assertThat(at(vols, 0.5)).as("median of iv difference").isLessThan(0.01);
    assertThat(at(deltas, 0.5)).as("median of delta difference").isLessThan(0.01);
    assertThat(at(deltas, 0.95)).as("p95 of delta difference").isLessThan(0.06);
  }

  @Test
  void volatilityAndDeltaOfARecordedIndexChainAreTheVendors() throws IOException {
    List<Double> vols = new ArrayList<>();
    List<Double> deltas = new ArrayList<>();
    compare("indexoption/usa/universes/spx/20210104.csv", "SPX", "20210104", vols, deltas);
    report("SPX 2021-01-04", vols, deltas);
    assertThat(deltas).isNotEmpty();
    assertThat(at(deltas, 0.5)).as("median of delta difference").isLessThan(0.07);
  }

  private void compare(String file, String root, String day, List<Double> vols, List<Double> deltas)
      throws IOException {
    Path path = Fixtures.file("lean/head/Data/" + file);
    long now = clock.day((int) date(day).toEpochDay()).closeNanos();
    double spot = 0;
    for (String line : Files.readAllLines(path)) {
      String[] f = line.split(",", -1);
      if (line.startsWith("#") || f.length < 11) {
        continue;
      }
      if (f[0].isEmpty()) {
        spot = Double.parseDouble(f[6]);
        continue;
      }
      if (f[9].isEmpty() || f[6].isEmpty()) {
        continue;
      }
      double vendorVol = Double.parseDouble(f[9]);
      double vendorDelta = Double.parseDouble(f[10]);
      boolean nearTheMoney = Math.abs(vendorDelta) > 0.05 && Math.abs(vendorDelta) < 0.95;
      Contract c =
          Contract.standard(
              root,
              (int) date(f[0]).toEpochDay(),
              f[2].equals("C") ? Right.CALL : Right.PUT,
              Math.round(Double.parseDouble(f[1]) * 1e6));
      double years = (clock.settlementNanos(c) - now) / YEAR_NANOS;
      if (vendorVol <= 0 || !nearTheMoney || years <= 0) {
        continue;
      }
      double price = Double.parseDouble(f[6]);
      Greeks theirs = greeks(c, spot, vendorVol, years);
      deltas.add(Math.abs(theirs.delta() - vendorDelta));
      Greeks ours = ours(c, spot, price, years);
      if (ours.isPresent() && Math.abs(price(c, spot, vendorVol, years) / price - 1) < 0.02) {
        vols.add(Math.abs(ours.iv() - vendorVol));
      }
    }
  }

  private Greeks ours(Contract c, double spot, double price, double years) {
    double strike = c.strikeMicros() / 1e6;
    double vol;
    if (c.root().equals("SPX")) {
      double grow = StrictMath.exp(RATE * years);
      vol = ImpliedVol.total(price * grow, spot * grow, strike, c.isCall()) / Math.sqrt(years);
    } else {
      vol = pricer.impliedVol(price, spot, strike, RATE, 0, years, c.isCall(), 0);
    }
    return vol > 0 ? greeks(c, spot, vol, years) : Greeks.NONE;
  }

  private Greeks greeks(Contract c, double spot, double vol, double years) {
    double strike = c.strikeMicros() / 1e6;
    double forward = spot * StrictMath.exp(RATE * years);
    return c.root().equals("SPX")
        ? Black76.greeks(spot, forward, strike, RATE, vol, years, c.isCall())
        : pricer.greeks(spot, strike, RATE, 0, vol, years, c.isCall());
  }

  private double price(Contract c, double spot, double vol, double years) {
    double strike = c.strikeMicros() / 1e6;
    return pricer.price(spot, strike, RATE, 0, vol, years, c.isCall());
  }

  private static void report(String what, List<Double> vols, List<Double> deltas) {
    System.out.printf(
        "%s: %d volatilities, %d deltas; iv difference median %.5f p95 %.5f max %.5f;"
            + " delta median %.5f p95 %.5f max"
            + " %.5f%n",
        what,
        vols.size(),
        deltas.size(),
        at(vols, 0.5),
        at(vols, 0.95),
        at(vols, 1),
        at(deltas, 0.5),
        at(deltas, 0.95),
        at(deltas, 1));
  }

  private static double at(List<Double> values, double share) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.isEmpty() ? -1 : sorted.get((int) (share * (sorted.size() - 1)));
  }

  private static LocalDate date(String text) {
    return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
  }
}
