package io.truetape.store.duckdb;

import io.truetape.model.id.FeedId;
import io.truetape.model.market.Chip;
import io.truetape.model.market.GreeksAbsence;
import io.truetape.model.market.JoinQuality;
import io.truetape.model.market.QuoteLocation;
import io.truetape.model.market.Right;
import io.truetape.model.market.SaleCondition;
import io.truetape.model.market.Sentiment;
import io.truetape.model.market.Side;
import io.truetape.model.market.SideRule;
import io.truetape.model.market.Venue;
import io.truetape.model.time.SessionPhase;
import io.truetape.store.query.ConditionClass;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The select that turns coded rows of `flow` into text and typed columns: the lake's columns, in
/// order. Built from the model's enums only; nothing a user wrote gets in here.
final class FlowText {
  private FlowText() {}

  static String select() {
    return "select "
        + String.join(", ", columns())
        + " from flow f join contracts c on c.id = f.contract";
  }

  private static List<String> columns() {
    List<String> out = new ArrayList<>();
    keep(out, "seq", "cause_seq");
    out.add("make_timestamp_ns(f.ts_nanos) as ts");
    keep(out, "ts_nanos", "ingest_ts_nanos");
    out.add(cases("f.feed", Stream.of(FeedId.values()).map(v -> when(v.code(), v.text())), "feed"));
    keep(out, "vendor_sequence", "print_flags");
    out.add("(date '1970-01-01' + f.session_day) as session_date");
    keep(out, "session_day");
    out.add(names("f.phase", SessionPhase.values(), "phase"));
    out.add("c.underlying");
    out.add("c.root");
    out.add("c.osi");
    out.add("(date '1970-01-01' + f.expiry_day) as expiry");
    keep(out, "strike_micros");
    dollars(out, "strike");
    out.add(names("f.right_code", Right.values(), "\"right\""));
    out.add("(f.right_code = 0) as is_call");
    out.add("c.multiplier");
    keep(out, "dte", "price_micros");
    dollars(out, "price");
    keep(out, "size", "premium_micros");
    dollars(out, "premium");
    traded(out);
    concluded(out);
    return out;
  }

  private static void traded(List<String> out) {
    out.add(venue());
    out.add(letter());
    out.add(conditions(SaleCondition::mnemonic, "condition_mnemonic"));
    out.add(texts("f.condition_class", ConditionClass.names(), "condition_class"));
    out.add(names("f.arrival", JoinQuality.values(), "arrival"));
    out.add(names("f.location", QuoteLocation.values(), "location"));
    out.add(
        texts(
            "f.location",
            Stream.of(QuoteLocation.values()).map(QuoteLocation::display).toList(),
            "location_label"));
    out.add(names("f.join_quality", JoinQuality.values(), "join_quality"));
    keep(out, "bid_micros", "ask_micros");
    dollars(out, "bid");
    dollars(out, "ask");
    keep(out, "bid_size", "ask_size", "quote_age_nanos");
    out.add(
        "case when f.bid_micros >= 0 and f.ask_micros > 0 then"
            + " (f.ask_micros - f.bid_micros) * 20000.0 / (f.ask_micros + f.bid_micros) end"
            + " as spread_bps");
    out.add(
        "case when f.ask_micros > f.bid_micros then (f.price_micros - f.bid_micros)"
            + " / (f.ask_micros - f.bid_micros)::double end as position_in_spread");
    out.add("f.spot_double_micros / 2000000.0 as spot");
  }

  private static void concluded(List<String> out) {
    keep(out, "spot_double_micros", "spot_ts_nanos", "otm_pct", "p_buy");
    out.add(names("f.side", Side.values(), "side"));
    out.add(
        texts(
            "f.side_rule", Stream.of(SideRule.values()).map(SideRule::text).toList(), "side_rule"));
    keep(out, "expected_accuracy");
    greeks(out);
    out.add(names("f.sentiment", Sentiment.values(), "sentiment"));
    keep(out, "day_volume", "open_interest");
    out.add("(date '1970-01-01' + f.oi_as_of_day) as oi_as_of");
    keep(out, "vol_oi", "repeat3m", "repeat_exact", "symbol_volume1m", "baseline15m");
    keep(out, "open_baseline", "bullish_ratio15m", "bullish_premium_ratio15m");
    keep(out, "contract_percentile", "symbol_percentile", "premium_z");
    keep(
        out, "size_percentile99", "symbol_adv", "time_of_day_volume_ratio", "sig_raw", "sig_score");
    keep(out, "missing");
    out.add(chips());
    out.add("f.chips as chips_mask");
    out.add("((f.chips & " + Chip.CANCELLED.bit() + ") <> 0) as cancelled");
  }

  private static void greeks(List<String> out) {
    out.add(
        cases(
            "f.greeks_absence",
            Stream.of(GreeksAbsence.values())
                .filter(v -> v != GreeksAbsence.NONE)
                .map(v -> when(v.ordinal(), v.name())),
            "greeks_absence"));
    keep(out, "iv", "delta", "mark_delta", "gamma", "theta", "vega", "rho", "vanna", "charm");
    keep(out, "delta_notional_micros");
    dollars(out, "delta_notional");
    keep(out, "forward");
    out.add("(f.parity_forward = 1) as parity_forward");
    keep(out, "mark_ts_nanos");
    keep(out, "vendor_iv", "vendor_delta", "vendor_gamma", "vendor_theta", "vendor_vega");
  }

  private static void keep(List<String> out, String... names) {
    for (String name : names) {
      out.add("f." + name);
    }
  }

  private static void dollars(List<String> out, String name) {
    out.add("f." + name + "_micros / 1000000.0 as " + name);
  }

  private static String names(String column, Enum<?>[] values, String as) {
    return texts(column, Stream.of(values).map(Enum::name).toList(), as);
  }

  private static String texts(String column, List<String> texts, String as) {
    List<String> whens = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      whens.add(when(i, texts.get(i)));
    }
    return cases(column, whens.stream(), as);
  }

  private static String venue() {
    String known =
        Stream.of(Venue.values())
            .map(v -> when(v.code(), v.name()))
            .collect(Collectors.joining(" "));
    return "case when f.venue >= %d then '#' || (f.venue - %d)"
            .formatted(Venue.FOREIGN, Venue.FOREIGN)
        + " else case f.venue "
        + known
        + " end end as venue";
  }

  private static String letter() {
    return "case when f.condition_code >= %d then '#' || (f.condition_code - %d)"
            .formatted(SaleCondition.FOREIGN, SaleCondition.FOREIGN)
        + " else chr(f.condition_code) end as \"condition\"";
  }

  private static String conditions(
      java.util.function.Function<SaleCondition, String> text, String as) {
    return "coalesce("
        + Stream.of(SaleCondition.values())
            .map(c -> when(c.letter(), text.apply(c)))
            .collect(Collectors.joining(" ", "case f.condition_code ", " end"))
        + ", '"
        + text.apply(SaleCondition.UNKNOWN)
        + "') as "
        + as;
  }

  private static String chips() {
    return Stream.of(Chip.values())
        .map(c -> "case when (f.chips & " + c.bit() + ") <> 0 then '" + c.label() + "' end")
        .collect(Collectors.joining(", ", "list_filter([", "], lambda x: x is not null) as chips"));
  }

  private static String cases(String column, Stream<String> whens, String as) {
    return whens.collect(Collectors.joining(" ", "case " + column + " ", " end as " + as));
  }

  private static String when(int code, String text) {
    return "when " + code + " then '" + text + "'";
  }
}
