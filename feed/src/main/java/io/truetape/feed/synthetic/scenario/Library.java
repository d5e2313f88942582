package io.truetape.feed.synthetic.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// All scenarios, as a table. Four or more per family. Columns as in [Scenario].
final class Library {
  private static final String TABLE =
      """
      INSTITUTIONAL_DIRECTIONAL
      call_sweep               call          sweep    1  1 1.0  0.5  5  30  4  7 120  400 follow
      put_sweep                put           sweep   -1  1 1.0 -0.5  5  30  4  7 120  400 follow
      ask_lift_accumulation    call          drip     1  1 1.0  0.1 20  60  8 14  60  220 follow
      far_dated_conviction     call          split    1  1 0.9  0.3 60 190  3  5  80  300 none
      bullish_risk_reversal    risk_reversal package  1  1 0.8  0.0 25 100  2  3 150  500 follow
      block_put_buy            put           block   -1  1 1.0 -0.3 25 100  1  1 800 2500 none
      RETAIL_WHALE
      zero_dte_call_chase      call          sweep    1  1 1.1  0.8  0   1  6 10  60  300 follow
      short_dated_put_panic    put           sweep   -1  1 1.1 -0.8  0   7  5  8  60  300 fade
      attention_contract_spike call          drip     1  1 1.0  1.2  1  10 20 34   8   60 none
      weekly_lottery_calls     call          auction  1  1 0.8  1.8  1   9 10 18   5   50 none
      EVENT_DRIVEN
      earnings_straddle_buy    straddle      package  0  1 0.9  0.0  3  30  2  4  60  250 none
      earnings_vol_probe       strangle      package  0  1 0.8  0.0  3  40  2  4  60  250 none
      pre_event_ramp           call          drip     1  1 1.0  0.6  3  25  6 12  60  260 follow
      post_gap_followthrough   call          sweep    1  1 1.0  0.2  3  20  3  5  80  260 follow
      event_calendar_spread    calendar      package  0  1 0.7  0.0  2  15  2  3 100  300 none
      VOL_SELLER
      covered_call_overwrite   buy_write     tied     0  1 0.6  0.6 20  60  2  4 100  400 none
      cash_secured_put_write   put           split    1 -1 1.0 -0.7 20  60  3  5 200  700 none
      short_straddle_harvest   straddle      package  0 -1 0.9  0.0 10  60  3  5 100  400 none
      short_strangle_harvest   strangle      package  0 -1 0.9  0.0 10  60  3  5 100  400 none
      iron_condor_sale         condor        package  0 -1 0.8  0.0  5  45  2  4 100  300 none
      overwrite_roll           roll          package  0  1 0.6  0.6  1  40  2  3 150  500 none
      ARBITRAGE
      parity_vertical          call_vertical package  0  1 0.5  0.0 10  60  4  7 100  500 none
      conversion               conversion    tied     0  1 0.5  0.0 10  90  5  8 100  400 none
      reversal                 conversion    tied     0 -1 0.5  0.0 10  90  5  8 100  400 none
      box_spread               box           package  0  1 0.5  0.0 20 400  3  5 100  500 none
      butterfly_arbitrage      butterfly     package  0  1 0.4  0.0  5  40  3  6  50  200 none
      HEDGE_REACTIVE
      gamma_pinch_call_hedge   call          sweep    1  1 1.0  0.2  0   2  4  7 200  800 follow
      reactive_put_wall        put           split   -1  1 1.0 -0.4  0   5  4  7 300  900 fade
      dealer_unwind            call          split   -1 -1 1.0  0.2  0   7  3  6 200  700 none
      protective_collar        collar        tied    -1  1 0.6  0.0 30 120  1  2 300 1000 none
      put_spread_hedge         put_vertical  package -1  1 0.8 -0.4 20  90  2  3 200  800 none
      NOISE
      single_print_mid         call          split    0  1 0.5  0.4  1  60  1  2   8   60 none
      two_sided_scalp          call          split    0  1 1.0  0.1  0  10  4  8  10  120 two-sided
      stale_quote_noise        put           split    0  1 0.6 -0.6  5  60  2  3   8   80 stale
      wide_quote_noise         call          split    0  1 0.7  1.0  5  90  2  3   8   80 wide
      cancelled_block          call          block    0  1 1.0  0.3  5  60  1  1 600 2000 cancelled
      late_block_report        put           block    0  1 1.0 -0.3  5  60  1  1 600 2000 late
      """;

  private Library() {}

  static List<Scenario> all() {
    List<Scenario> rows = new ArrayList<>();
    Family family = Family.NOISE;
    for (String line : TABLE.split("\n")) {
      String[] f = line.trim().split(" +");
      if (f.length == 1) {
        family = Family.valueOf(f[0]);
      } else {
        rows.add(row(family, f));
      }
    }
    return List.copyOf(rows);
  }

  private static Scenario row(Family family, String[] f) {
    return new Scenario(
        f[0],
        family,
        Structure.valueOf(constant(f[1])),
        Style.valueOf(constant(f[2])),
        Integer.parseInt(f[3]),
        Integer.parseInt(f[4]),
        Double.parseDouble(f[5]),
        Double.parseDouble(f[6]),
        Integer.parseInt(f[7]),
        Integer.parseInt(f[8]),
        Integer.parseInt(f[9]),
        Integer.parseInt(f[10]),
        Integer.parseInt(f[11]),
        Integer.parseInt(f[12]),
        Twist.valueOf(constant(f[13])));
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
