package io.truetape.server.ask;

import io.truetape.model.event.derived.dark.DarkKind;
import io.truetape.model.event.derived.meaning.AlertChange;
import io.truetape.model.event.derived.meaning.Band;
import io.truetape.model.event.derived.meaning.Classifier;
import io.truetape.model.event.derived.meaning.Profile;
import io.truetape.model.event.derived.meaning.Severity;
import io.truetape.model.event.derived.packet.ClusterKind;
import io.truetape.model.event.derived.packet.PricePath;
import io.truetape.model.event.derived.packet.StructureMode;
import io.truetape.model.event.derived.packet.StructureType;
import io.truetape.model.market.QuoteLocation;
import io.truetape.model.market.Right;
import io.truetape.model.market.Sentiment;
import io.truetape.model.market.Side;
import io.truetape.model.market.TrfClass;
import io.truetape.server.ask.FactParameter.How;
import io.truetape.store.query.meaning.Layout;
import io.truetape.store.query.meaning.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Every filter and sort of one resource; the parser and the OpenAPI document both read it.
public final class FactCatalog {
  private final Resource resource;
  private final List<FactParameter> parameters = new ArrayList<>();
  private final Map<String, String> sorts = new LinkedHashMap<>();

  public FactCatalog(Resource resource) {
    this.resource = resource;
    add("symbol", "text", "", How.SYMBOL, "underlying" + (hasRoot() ? " or root" : ""));
    add("session", "session", "session_day", How.SESSION, "New York days, YYYY-MM-DD or a name");
    add("from", "time", "ts_nanos", How.FROM, "event time at or after: ISO or epoch ns");
    add("to", "time", "ts_nanos", How.TO, "event time before: ISO or epoch ns");
    sorts.put("time", "ts_nanos");
    if (hasRoot()) {
      names("right", "contract_right", Right.values());
    }
    own();
  }

  private boolean hasRoot() {
    return resource.layout().has("contract_root");
  }

  private void own() {
    switch (resource) {
      case PACKETS -> packets();
      case STRUCTURES -> structures();
      case SMART_MONEY -> smartMoney();
      case CLASSIFIER_HITS -> hits();
      case VERDICTS -> {
        names("classifier", "classifier", Classifier.values());
        truth("confirmed", "confirmed");
      }
      case ALERTS -> alerts();
      case EQUITY_PRINTS -> equityPrints();
      case DARK -> dark();
      case ZONES -> {
        truth("open", "is_open");
        whole("Size", "volume", "shares");
        ratio("Strength", "strength", "share of volume left after decay");
        sorts.put("size", "volume");
      }
      case STRIKES, EXPOSURE, TIDE, HEATMAP -> {}
    }
  }

  private void packets() {
    bits("cluster", "cluster_kinds", ClusterKind.values(), "packets with any of these clusters");
    names("path", "tape_path", PricePath.values());
    dollars("Premium", "tape_premium_micros");
    whole("Size", "tape_size", "contracts");
    whole("Dte", "context_dte", "days");
    ratio("Bias", "bias", "bought less sold contracts, [-1, 1]");
    ratio("SigScore", "context_sig_score", "highest sigScore of its prints");
    truth("legs", "legs");
    truth("withdrawn", "withdrawn");
    sorts.put("premium", "tape_premium_micros");
    sorts.put("size", "tape_size");
    sorts.put("sigScore", "context_sig_score");
  }

  private void structures() {
    names("type", "type", StructureType.values());
    names("mode", "mode", StructureMode.values());
    names("direction", "direction", Sentiment.values());
    names("side", "side", Side.values());
    dollars("Premium", "premium_micros");
    whole("Size", "units", "units");
    whole("Dte", "dte", "days");
    ratio("Score", "score", "how sure, 0 to 1");
    truth("stockTied", "stock_tied");
    truth("withdrawn", "withdrawn");
    sorts.put("premium", "premium_micros");
    sorts.put("score", "score");
    sorts.put("size", "units");
  }

  private void smartMoney() {
    names("profile", "primary", Profile.values());
    names("band", "band", Band.values());
    names("direction", "direction", Sentiment.values());
    dollars("Premium", "features_premium_micros");
    whole("Size", "features_size", "contracts");
    ratio("Confidence", "confidence", "calibrated fit, 0 to 1");
    truth("abstained", "abstained");
    truth("closed", "closed");
    sorts.put("premium", "features_premium_micros");
    sorts.put("confidence", "confidence");
    sorts.put("size", "features_size");
  }

  private void hits() {
    bits("classifier", "classifiers", Classifier.values(), "any of these answered yes");
    names("direction", "direction", Sentiment.values());
    dollars("Premium", "premium_micros");
    ratio("Confidence", "confidence", "of the best hit, 0 to 1");
    truth("withdrawn", "withdrawn");
    sorts.put("premium", "premium_micros");
    sorts.put("confidence", "confidence");
  }

  private void alerts() {
    names("severity", "severity", Severity.values());
    choice("state", "state", Layout.states(), How.TEXT, "where it stands");
    names("change", "change", AlertChange.values());
    names("direction", "direction", Sentiment.values());
    add(
        "thesis",
        "words",
        "thesis",
        How.TEXT,
        "classifier, profile, or what a user's rule watches");
    add("rule", "words", "rule", How.TEXT, "standard, or the id of a user's rule");
    bits("classifier", "classifiers", Classifier.values(), "any of these stands behind it");
    dollars("Premium", "premium_micros");
    add("minScore", "decimal", "total", How.MIN_RATIO, "score of 100, at least", "0", "100");
    add("maxScore", "decimal", "total", How.MAX_RATIO, "score of 100, at most", "0", "100");
    sorts.put("premium", "premium_micros");
    sorts.put("score", "total");
    sorts.put("peak", "peak");
  }

  private void equityPrints() {
    names("class", "trf_class", TrfClass.values());
    names("location", "location", QuoteLocation.values());
    names("side", "retail_side", Side.values());
    dollars("Premium", "notional_micros");
    whole("Size", "equity_print_size", "shares");
    ratio("Ats", "p_ats", "prior probability of an alternative trading system");
    truth("mayInform", "may_inform");
    sorts.put("premium", "notional_micros");
    sorts.put("size", "equity_print_size");
  }

  private void dark() {
    names("kind", "dark_kind", DarkKind.values());
    ratio("Confidence", "confidence", "a rule's grade, 0 to 1");
    whole("Size", "size", "shares");
    dollars("Premium", "notional_micros");
    sorts.put("premium", "notional_micros");
    sorts.put("size", "size");
    sorts.put("confidence", "confidence");
  }

  public Resource resource() {
    return resource;
  }

  List<FactParameter> parameters() {
    return List.copyOf(parameters);
  }

  /// Every filter, as documents show it.
  public List<Parameter> filters() {
    return parameters.stream().map(FactParameter::parameter).toList();
  }

  /// Names of the filters.
  public List<String> names() {
    return filters().stream().map(Parameter::name).toList();
  }

  /// Sort names, and the column behind each.
  Map<String, String> sorts() {
    return sorts;
  }

  private void dollars(String name, String column) {
    add(
        "min" + name,
        "decimal",
        column,
        How.MIN_DOLLARS,
        "dollars, at least",
        "0",
        "9000000000000");
    add("max" + name, "decimal", column, How.MAX_DOLLARS, "dollars, at most", "0", "9000000000000");
  }

  private void whole(String name, String column, String unit) {
    add("min" + name, "integer", column, How.MIN_WHOLE, unit + ", at least", "0", "9000000000000");
    add("max" + name, "integer", column, How.MAX_WHOLE, unit + ", at most", "0", "9000000000000");
  }

  private void ratio(String name, String column, String meaning) {
    add("min" + name, "decimal", column, How.MIN_RATIO, meaning + ", at least", "-1", "1");
    add("max" + name, "decimal", column, How.MAX_RATIO, meaning + ", at most", "-1", "1");
  }

  private void truth(String name, String column) {
    choice(name, column, List.of("true", "false"), How.TRUTH, name + " or not");
  }

  private void names(String name, String column, Enum<?>[] values) {
    choice(name, column, lower(values), How.NAME, name + ", any of them");
  }

  private void bits(String name, String column, Enum<?>[] values, String meaning) {
    choice(name, column, lower(values), How.BITS, meaning);
  }

  private void choice(String name, String column, List<String> allowed, How how, String meaning) {
    keep(new Parameter(name, "enum", true, "", "", "", allowed, meaning), column, how);
  }

  private void add(String name, String kind, String column, How how, String meaning) {
    boolean list = how == How.SYMBOL || how == How.SESSION || how == How.TEXT;
    keep(new Parameter(name, kind, list, "", "", "", List.of(), meaning), column, how);
  }

  private void add(
      String name, String kind, String column, How how, String meaning, String min, String max) {
    keep(new Parameter(name, kind, false, "", min, max, List.of(), meaning), column, how);
  }

  private void keep(Parameter parameter, String column, How how) {
    parameters.add(new FactParameter(parameter, column, how));
  }

  private static List<String> lower(Enum<?>[] values) {
    return Stream.of(values).map(v -> v.name().toLowerCase(Locale.ROOT)).toList();
  }
}
