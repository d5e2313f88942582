package io.truetape.pipeline.profile;

import static io.truetape.pipeline.profile.Scale.near;
import static io.truetape.pipeline.profile.Scale.ramp;
import static io.truetape.pipeline.profile.Scale.when;

import io.truetape.model.event.derived.meaning.Profile;
import io.truetape.model.event.derived.meaning.ProfileFeatures;
import io.truetape.model.event.derived.meaning.Reason;
import io.truetape.model.event.derived.packet.StructureType;
import java.util.ArrayList;
import java.util.List;

/// How well each profile fits the features: a base and weighted soft steps. Pure.
///
/// A reason is given only for a step that counted. Source: docs/methods/profiles.md.
final class Fits {
  private final ProfileRules rules;
  private final ProfileFeatures f;
  private final boolean flow;
  private final boolean structure;
  private final double direction;
  private final double event;
  private final double shortDated;
  private final double shortFar;
  private final double shortNear;
  private final double large;
  private final double oneSided;
  private final boolean bought;
  private final boolean sold;

  Fits(ProfileRules rules, ProfileFeatures features) {
    this.rules = rules;
    this.f = features;
    this.flow = !f.isStructure();
    this.structure = f.isStructure();
    this.direction = Math.abs(f.bias());
    this.bought = f.bias() > 0.2;
    this.sold = f.bias() < -0.2;
    this.event = event();
    this.shortDated = ramp(f.dte(), rules.shortDte() + 1, rules.shortDte() - 3);
    this.shortFar = shortDated * far();
    this.shortNear = ramp(f.dte(), rules.hedgeDte() + 3, rules.hedgeDte()) * close();
    this.large = ramp(f.meanFill(), rules.retailFill(), rules.hedgeFill());
    this.oneSided = ramp(direction, 0.1, 0.4);
  }

  /// A fit and what it is made of.
  record Fit(Profile profile, double value, double context, List<Reason> reasons) {}

  List<Fit> all() {
    return List.of(
        institutional(), retail(), eventDriven(), volSeller(), arbitrage(), hedgeReactive());
  }

  /// Earnings are due within the days that count; less when the contract does not live to see them.
  private double event() {
    if (f.daysToEarnings() < 0) {
      return 0;
    }
    double soon = ramp(f.daysToEarnings(), rules.eventDays() + 3, rules.eventDays() - 4);
    return f.dte() >= f.daysToEarnings() ? soon : rules.runUpShare() * soon;
  }

  /// Out of the money: by delta where it is known, else by percent.
  private double far() {
    if (f.hasDelta()) {
      return ramp(Math.abs(f.delta()), rules.nearDelta() + 0.06, rules.nearDelta() - 0.06);
    }
    return f.hasSpot() ? ramp(f.otmPct(), rules.nearPct() * 0.5, rules.nearPct() * 1.5) : 0;
  }

  /// At the money: by delta where it is known, else by percent.
  private double close() {
    if (f.hasDelta()) {
      return ramp(Math.abs(f.delta()), rules.nearDelta() - 0.06, rules.nearDelta() + 0.06)
          * ramp(Math.abs(f.delta()), 0.8, 0.65);
    }
    return f.hasSpot() ? near(f.otmPct(), 0, rules.nearPct()) : 0;
  }

  private double premium() {
    return largeness(rules, f);
  }

  /// How large the premium is, [0, 1]: by its rank in the symbol where there is one, else in dollars.
  static double largeness(ProfileRules rules, ProfileFeatures f) {
    return f.premiumRank() < 0
        ? Math.min(1, (double) f.premiumMicros() / rules.premiumFullMicros())
        : ramp(f.premiumRank(), rules.rankFrom(), rules.rankFull());
  }

  private double burst() {
    return Math.min(1, f.prints() / rules.burstFull());
  }

  private Fit institutional() {
    Sum sum = new Sum(0.10);
    if (flow) {
      sum.add("large_parent_event", 0.24, premium());
      sum.add("directional_aggressor_mix", 0.26, direction);
      sum.add("usable_quotes", 0.12, oneSided * f.coverage());
      sum.add("several_fills", 0.08, oneSided * burst());
      sum.add("room_to_run", 0.12, oneSided * ramp(f.dte(), 4, 12));
      sum.add("no_time_guard", -0.16, ramp(f.dte(), 4, 1));
      sum.add("short_dated_attention_guard", -0.30, shortFar);
      sum.add("short_dated_gamma_guard", -0.24, shortNear);
      sum.add("event_guard", -0.20, event);
      sum.add("premium_sold_guard", -0.30, when(sold));
    } else {
      boolean bet = f.structure() == StructureType.RISK_REVERSAL || isDebitVertical();
      sum.add("directional_package", 0.40, when(bet) * f.structureScore());
      sum.add("large_parent_event", 0.16, when(bet) * premium());
      sum.add("package_side_known", 0.14, when(bet) * direction);
      sum.add("net_away_from_the_middle", 0.10, when(bet) * Math.abs(f.netPlace()));
      sum.add("stock_tied_guard", -0.40, when(f.stockTied()));
      sum.add("event_guard", -0.10, event);
    }
    return sum.fit(Profile.INSTITUTIONAL_DIRECTIONAL, flow ? premium() : f.structureScore());
  }

  private boolean isDebitVertical() {
    return f.structure() == StructureType.CALL_VERTICAL && bought && Math.abs(f.netPlace()) > 0.25;
  }

  private Fit retail() {
    Sum sum = new Sum(0.08);
    if (flow) {
      sum.add("short_dated_otm_attention_flow", 0.34, shortFar * (1 - 0.7 * large));
      sum.add("burst_print_pattern", 0.16, oneSided * burst() * shortDated * (1 - large));
      sum.add("small_fills", 0.16, oneSided * (1 - large) * shortDated);
      sum.add("auction_fills", 0.12, f.auctionShare());
      sum.add("buys_options", 0.14, shortDated * when(bought));
      sum.add("premium_sold_guard", -0.20, when(sold));
      sum.add("event_guard", -0.08, event);
    }
    return sum.fit(Profile.RETAIL_WHALE, flow ? Math.max(shortFar, f.auctionShare()) : 0);
  }

  private Fit eventDriven() {
    Sum sum = new Sum(0.08);
    boolean volatility =
        f.structure() == StructureType.STRADDLE || f.structure() == StructureType.STRANGLE;
    if (flow) {
      sum.add("event_calendar_alignment", 0.44, event);
      sum.add("pre_event_concentration", 0.14, event * premium());
      sum.add("directional_aggressor_mix", 0.12, event * direction);
      sum.add("usable_quotes", 0.08, event * f.coverage());
      sum.add("premium_sold_guard", -0.30, when(sold));
      sum.add("short_dated_gamma_guard", -0.16, shortNear);
      sum.add("short_dated_attention_guard", -0.20, shortFar);
    } else {
      double bet =
          Math.max(when(volatility && bought), when(f.structure().equals(StructureType.CALENDAR)));
      sum.add("event_calendar_alignment", 0.30, event * bet);
      sum.add("event_structure", 0.28, bet * f.structureScore());
      sum.add("package_side_known", 0.12, bet * direction);
      sum.add("large_parent_event", 0.10, bet * premium());
    }
    return sum.fit(Profile.EVENT_DRIVEN, event);
  }

  private Fit volSeller() {
    Sum sum = new Sum(0.08);
    if (flow) {
      double later = ramp(f.dte(), 8, 18);
      sum.add("sell_side_premium", 0.30, when(sold) * direction);
      sum.add("time_to_decay", 0.20, when(sold) * later);
      sum.add("puts_written", 0.10, when(sold && !f.isCall()));
      sum.add("large_parent_event", 0.10, when(sold) * premium());
      sum.add("usable_quotes", 0.06, when(sold) * f.coverage());
    } else {
      double shortVol =
          switch (f.structure()) {
            case STRADDLE, STRANGLE, IRON_CONDOR, IRON_FLY, STRIP, STRAP -> when(sold);
            case COVERED_CALL, PUT_WRITE -> 1;
            case ROLL_UP, ROLL_DOWN, ROLL_OUT -> 0.9;
            default -> 0;
          };
      sum.add("short_vol_structure_evidence", 0.46, shortVol * f.structureScore());
      sum.add("package_sold", 0.16, shortVol * Math.max(when(f.stockTied()), direction));
      sum.add("large_parent_event", 0.12, shortVol * premium());
    }
    return sum.fit(Profile.VOL_SELLER, flow ? when(sold) : f.structureScore());
  }

  private Fit arbitrage() {
    Sum sum = new Sum(0.06);
    if (structure) {
      double locked = when(f.structure().isArbitrage() || f.structure() == StructureType.BUTTERFLY);
      double parity =
          when(
                  f.structure() == StructureType.CALL_VERTICAL
                      || f.structure() == StructureType.PUT_VERTICAL
                      || f.structure() == StructureType.CONDOR)
              * ramp(Math.abs(f.netPlace()), 0.35, 0.1);
      double both = Math.max(locked, parity);
      sum.add("matched_legs", 0.36, both * f.structureScore());
      sum.add("leg_symmetry", 0.14, both * f.symmetry());
      sum.add("near_flat_exposure", 0.18, both * ramp(Math.abs(f.netPlace()), 0.8, 0.2));
      sum.add("repeated_package", 0.06, both * burst());
    }
    return sum.fit(Profile.ARBITRAGE, structure ? f.symmetry() : 0);
  }

  private Fit hedgeReactive() {
    Sum sum = new Sum(0.08);
    if (flow) {
      sum.add("short_dated_atm_gamma_context", 0.26, shortNear * (0.4 + 0.6 * large));
      sum.add("large_fills", 0.30, large * ramp(f.dte(), 10, 6));
      sum.add("directional_aggressor_mix", 0.10, shortDated * direction);
      sum.add("underlying_move_linkage", 0.10, shortNear * Math.min(1, Math.abs(f.moveBps()) / 80));
      sum.add("puts_bought", 0.08, shortDated * when(bought && !f.isCall()));
      sum.add("unwound", 0.14, shortDated * when(sold));
      sum.add("attention_guard", -0.16, shortFar * (1 - large));
    } else {
      double hedge =
          switch (f.structure()) {
            case COLLAR -> 1;
            case PUT_VERTICAL -> when(bought) * ramp(Math.abs(f.netPlace()), 0.1, 0.35);
            default -> 0;
          };
      sum.add("protective_structure", 0.46, hedge * f.structureScore());
      sum.add("large_parent_event", 0.12, hedge * premium());
      sum.add("package_side_known", 0.14, hedge * Math.max(when(f.stockTied()), direction));
    }
    return sum.fit(Profile.HEDGE_REACTIVE, flow ? shortNear : f.structureScore());
  }

  /// A base and what was added to it.
  private static final class Sum {
    private final List<Reason> reasons = new ArrayList<>();
    private double value;

    Sum(double base) {
      value = base;
    }

    void add(String reason, double weight, double step) {
      double part = weight * step;
      if (Math.abs(part) >= 0.005) {
        value += part;
        reasons.add(new Reason(reason, part));
      }
    }

    Fit fit(Profile profile, double context) {
      return new Fit(profile, Math.clamp(value, 0, 1), Math.clamp(context, 0, 1), reasons);
    }
  }
}
