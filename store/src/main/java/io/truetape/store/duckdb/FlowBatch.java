package io.truetape.store.duckdb;

import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.MeasuredPrint;
import io.truetape.model.event.derived.NormalizedPrint;
import io.truetape.model.event.derived.QuotedPrint;
import io.truetape.model.event.derived.SidedPrint;
import io.truetape.model.event.derived.WindowedPrint;
import io.truetape.model.event.derived.greeks.PricedPrint;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.market.Greeks;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.SaleCondition;
import io.truetape.model.market.VendorGreeks;
import io.truetape.store.duckdb.column.Batch;
import io.truetape.store.duckdb.column.Column;
import io.truetape.store.query.ConditionClass;
import java.util.ArrayList;
import java.util.List;

/// Tape rows as columns of table `flow`. The order of the fields here is the order of the table;
/// [FlowRow] reads it back. Meanings and units: docs/formats/lake.md.
final class FlowBatch {
  private final List<Column> all = new ArrayList<>();
  private final Column.Longs seq = longs("seq");
  private final Column.Longs causeSeq = longs("cause_seq");
  private final Column.Longs tsNanos = longs("ts_nanos");
  private final Column.Longs ingestTsNanos = longs("ingest_ts_nanos");
  private final Column.Codes feed = codes("feed");
  private final Column.Longs vendorSequence = longs("vendor_sequence");
  private final Column.Ints flags = ints("print_flags");
  private final Column.Ints day = ints("session_day");
  private final Column.Codes phase = codes("phase");
  private final Column.Ints contract = ints("contract");
  private final Column.Ints logContract = ints("log_contract");
  private final Column.Ints underlying = ints("underlying_id");
  private final Column.Ints root = ints("root_id");
  private final Column.Ints expiryDay = ints("expiry_day");
  private final Column.Longs strike = longs("strike_micros");
  private final Column.Codes right = codes("right_code");
  private final Column.Ints dte = ints("dte");
  private final Column.Longs price = longs("price_micros");
  private final Column.Ints size = ints("size");
  private final Column.Longs premium = longs("premium_micros");
  private final Column.Ints venue = ints("venue");
  private final Column.Ints condition = ints("condition_code");
  private final Column.Codes conditionClass = codes("condition_class");
  private final Column.Codes arrival = codes("arrival");
  private final Column.Codes location = codes("location");
  private final Column.Codes joinQuality = codes("join_quality");
  private final Column.Longs bid = longs("bid_micros");
  private final Column.Longs ask = longs("ask_micros");
  private final Column.Ints bidSize = ints("bid_size");
  private final Column.Ints askSize = ints("ask_size");
  private final Column.Longs quoteAge = longs("quote_age_nanos");
  private final Column.Longs spotDouble = longs("spot_double_micros");
  private final Column.Longs spotTs = longs("spot_ts_nanos");
  private final Column.Doubles otm = doubles("otm_pct");
  private final Column.Doubles pBuy = doubles("p_buy");
  private final Column.Codes side = codes("side");
  private final Column.Codes sideRule = codes("side_rule");
  private final Column.Doubles accuracy = doubles("expected_accuracy");
  private final Column.Codes absence = codes("greeks_absence");
  private final Column.Doubles iv = doubles("iv");
  private final Column.Doubles delta = doubles("delta");
  private final Column.Doubles markDelta = doubles("mark_delta");
  private final Column.Doubles gamma = doubles("gamma");
  private final Column.Doubles theta = doubles("theta");
  private final Column.Doubles vega = doubles("vega");
  private final Column.Doubles rho = doubles("rho");
  private final Column.Doubles vanna = doubles("vanna");
  private final Column.Doubles charm = doubles("charm");
  private final Column.Longs deltaNotional = longs("delta_notional_micros");
  private final Column.Doubles forward = doubles("forward");
  private final Column.Ints parityForward = ints("parity_forward");
  private final Column.Longs markTs = longs("mark_ts_nanos");
  private final Column.Doubles vendorIv = doubles("vendor_iv");
  private final Column.Doubles vendorDelta = doubles("vendor_delta");
  private final Column.Doubles vendorGamma = doubles("vendor_gamma");
  private final Column.Doubles vendorTheta = doubles("vendor_theta");
  private final Column.Doubles vendorVega = doubles("vendor_vega");
  private final Column.Codes sentiment = codes("sentiment");
  private final Column.Longs dayVolume = longs("day_volume");
  private final Column.Longs openInterest = longs("open_interest");
  private final Column.Ints oiAsOf = ints("oi_as_of_day");
  private final Column.Doubles volOi = doubles("vol_oi");
  private final Column.Ints repeat3m = ints("repeat3m");
  private final Column.Ints repeatExact = ints("repeat_exact");
  private final Column.Longs symbolVolume = longs("symbol_volume1m");
  private final Column.Doubles baseline = doubles("baseline15m");
  private final Column.Doubles openBaseline = doubles("open_baseline");
  private final Column.Doubles bullish = doubles("bullish_ratio15m");
  private final Column.Doubles bullishPremium = doubles("bullish_premium_ratio15m");
  private final Column.Doubles contractPercentile = doubles("contract_percentile");
  private final Column.Doubles symbolPercentile = doubles("symbol_percentile");
  private final Column.Doubles premiumZ = doubles("premium_z");
  private final Column.Longs sizePercentile99 = longs("size_percentile99");
  private final Column.Longs symbolAdv = longs("symbol_adv");
  private final Column.Doubles timeOfDayVolume = doubles("time_of_day_volume_ratio");
  private final Column.Doubles sigRaw = doubles("sig_raw");
  private final Column.Doubles sigScore = doubles("sig_score");
  private final Column.Codes missing = codes("missing");
  private final Column.Longs chips = longs("chips");
  private final Batch batch = new Batch("flow", all);
  private final byte[] classOf = classes();

  Batch batch() {
    return batch;
  }

  /// Adds one row; `ids` are the store's numbers of its contract.
  void add(long cause, ChippedPrint p, Dictionary.ContractIds ids) {
    int row = batch.addRow();
    MeasuredPrint measured = p.measured();
    WindowedPrint windowed = measured.windowed();
    SidedPrint sided = windowed.sided();
    QuotedPrint quoted = sided.quoted();
    NormalizedPrint normalized = quoted.print();
    causeSeq.values[row] = cause;
    chips.values[row] = p.chips();
    putPrint(row, normalized, ids);
    putQuote(row, quoted);
    putSide(row, sided);
    putGreeks(row, windowed.priced());
    putVendor(row, normalized.print().vendor());
    putWindow(row, windowed);
    putMeasures(row, measured);
  }

  private void putPrint(int row, NormalizedPrint n, Dictionary.ContractIds ids) {
    OptionPrint print = n.print();
    seq.values[row] = n.printSeq();
    tsNanos.values[row] = print.sourceTsNanos();
    ingestTsNanos.values[row] = print.ingestTsNanos();
    feed.values[row] = (byte) print.feed().code();
    vendorSequence.values[row] = print.vendorSequence();
    flags.values[row] = print.flags();
    day.values[row] = n.tradeDay();
    phase.values[row] = (byte) n.phase().ordinal();
    contract.values[row] = ids.contract();
    logContract.values[row] = print.contract();
    underlying.values[row] = ids.underlying();
    root.values[row] = ids.root();
    expiryDay.values[row] = n.contract().expiryDay();
    strike.values[row] = n.contract().strikeMicros();
    right.values[row] = (byte) n.contract().right().ordinal();
    price.values[row] = print.priceMicros();
    size.values[row] = print.size();
    venue.values[row] = print.venue();
    condition.values[row] = print.condition();
    conditionClass.values[row] = classOf[n.condition().ordinal()];
    arrival.values[row] = (byte) n.arrival().ordinal();
  }

  private void putQuote(int row, QuotedPrint q) {
    Nbbo nbbo = q.nbbo();
    boolean present = nbbo.isPresent();
    location.values[row] = (byte) q.location().ordinal();
    joinQuality.values[row] = (byte) q.joinQuality().ordinal();
    bid.values[row] = present && nbbo.bidMicros() >= 0 ? nbbo.bidMicros() : Column.Longs.NULL;
    ask.values[row] = present && nbbo.askMicros() >= 0 ? nbbo.askMicros() : Column.Longs.NULL;
    bidSize.values[row] = present ? nbbo.bidSize() : Column.Ints.NULL;
    askSize.values[row] = present ? nbbo.askSize() : Column.Ints.NULL;
    quoteAge.values[row] = present ? q.quoteAgeNanos() : Column.Longs.NULL;
    spotDouble.values[row] = q.hasSpot() ? q.spotDoubleMicros() : Column.Longs.NULL;
    spotTs.values[row] = q.hasSpot() ? q.spotTsNanos() : Column.Longs.NULL;
  }

  private void putSide(int row, SidedPrint s) {
    pBuy.values[row] = s.pBuy();
    side.values[row] = (byte) s.side().ordinal();
    sideRule.values[row] = (byte) s.rule().ordinal();
    accuracy.values[row] = s.expectedAccuracy();
  }

  private void putGreeks(int row, PricedPrint p) {
    boolean priced = p.isPriced();
    Greeks g = p.greeks();
    absence.values[row] = (byte) p.absence().ordinal();
    iv.values[row] = priced ? g.iv() : Double.NaN;
    delta.values[row] = priced ? p.delta() : Double.NaN;
    markDelta.values[row] = priced ? g.delta() : Double.NaN;
    gamma.values[row] = priced ? g.gamma() : Double.NaN;
    theta.values[row] = priced ? g.theta() : Double.NaN;
    vega.values[row] = priced ? g.vega() : Double.NaN;
    rho.values[row] = priced ? g.rho() : Double.NaN;
    vanna.values[row] = priced ? g.vanna() : Double.NaN;
    charm.values[row] = priced ? g.charm() : Double.NaN;
    deltaNotional.values[row] = priced ? p.deltaNotionalMicros() : Column.Longs.NULL;
    forward.values[row] = priced ? p.forward() : Double.NaN;
    parityForward.values[row] = priced ? p.parityForward() ? 1 : 0 : Column.Ints.NULL;
    markTs.values[row] = priced ? p.markTsNanos() : Column.Longs.NULL;
  }

  private void putVendor(int row, VendorGreeks v) {
    boolean present = v.isPresent();
    vendorIv.values[row] = present ? v.iv() : Double.NaN;
    vendorDelta.values[row] = present ? v.delta() : Double.NaN;
    vendorGamma.values[row] = present ? v.gamma() : Double.NaN;
    vendorTheta.values[row] = present ? v.theta() : Double.NaN;
    vendorVega.values[row] = present ? v.vega() : Double.NaN;
  }

  private void putWindow(int row, WindowedPrint w) {
    boolean hasOi = w.openInterest() >= 0;
    dayVolume.values[row] = w.dayVolume();
    openInterest.values[row] = hasOi ? w.openInterest() : Column.Longs.NULL;
    oiAsOf.values[row] = hasOi ? w.oiAsOfDay() : Column.Ints.NULL;
    repeat3m.values[row] = w.repeat3m();
    repeatExact.values[row] = w.repeatExact();
    symbolVolume.values[row] = w.symbolVolume1m();
    baseline.values[row] = w.baseline15m();
    openBaseline.values[row] = w.openBaseline();
    bullish.values[row] = orAbsent(w.bullishRatio15m());
    bullishPremium.values[row] = orAbsent(w.bullishPremiumRatio15m());
    contractPercentile.values[row] = orAbsent(w.contractPercentile());
    symbolPercentile.values[row] = orAbsent(w.symbolPercentile());
    premiumZ.values[row] = w.hasZ() ? w.premiumZ() : Double.NaN;
    sizePercentile99.values[row] =
        w.sizePercentile99() < 0 ? Column.Longs.NULL : w.sizePercentile99();
    symbolAdv.values[row] = w.symbolAdv() < 0 ? Column.Longs.NULL : w.symbolAdv();
    timeOfDayVolume.values[row] = orAbsent(w.timeOfDayVolumeRatio());
  }

  private void putMeasures(int row, MeasuredPrint m) {
    premium.values[row] = m.premiumMicros();
    dte.values[row] = m.dte();
    otm.values[row] = m.hasSpot() ? m.otmPct() : Double.NaN;
    volOi.values[row] = orAbsent(m.volOiRatio());
    sentiment.values[row] = (byte) m.sentiment().ordinal();
    sigRaw.values[row] = m.sigRaw();
    sigScore.values[row] = orAbsent(m.sigScore());
    missing.values[row] = (byte) m.missing();
  }

  private static byte[] classes() {
    SaleCondition[] conditions = SaleCondition.values();
    byte[] classes = new byte[conditions.length];
    for (SaleCondition condition : conditions) {
      classes[condition.ordinal()] = (byte) ConditionClass.codeOf(condition);
    }
    return classes;
  }

  private static double orAbsent(double value) {
    return value < 0 ? Double.NaN : value;
  }

  private Column.Longs longs(String name) {
    return keep(new Column.Longs(name));
  }

  private Column.Ints ints(String name) {
    return keep(new Column.Ints(name));
  }

  private Column.Codes codes(String name) {
    return keep(new Column.Codes(name));
  }

  private Column.Doubles doubles(String name) {
    return keep(new Column.Doubles(name));
  }

  private <C extends Column> C keep(C column) {
    all.add(column);
    return column;
  }
}
