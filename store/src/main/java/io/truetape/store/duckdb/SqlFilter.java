package io.truetape.store.duckdb;

import io.truetape.store.query.CodeField;
import io.truetape.store.query.Condition;
import io.truetape.store.query.FlowFilter;
import io.truetape.store.query.RatioField;
import io.truetape.store.query.WholeField;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// A filter as SQL text with parameters. Values never enter the text.
final class SqlFilter {
  private final StringBuilder where = new StringBuilder("true");
  private final List<Object> values = new ArrayList<>();

  SqlFilter(FlowFilter filter, Dictionary dictionary) {
    for (Condition condition : filter.conditions()) {
      where.append(" and ").append(text(condition, dictionary));
    }
  }

  /// The conditions joined by `and`; `true` when there are none.
  String where() {
    return where.toString();
  }

  /// Adds a condition of the store's own.
  SqlFilter and(String text, Object... parameters) {
    where.append(" and ").append(text);
    Collections.addAll(values, parameters);
    return this;
  }

  void bind(PreparedStatement sql) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      sql.setObject(i + 1, values.get(i));
    }
  }

  /// A condition as text; its parameters join the values in the order of the text.
  private String text(Condition condition, Dictionary dictionary) {
    return switch (condition) {
      case Condition.SymbolIn(var symbols) -> symbols(symbols, dictionary);
      case Condition.OfContract(var root, var expiry, var right, var strike) -> {
        Optional<Integer> id = dictionary.knownSymbol(root);
        yield id.isEmpty()
            ? "false"
            : bound(
                "(root_id = ? and expiry_day = ? and right_code = ? and strike_micros = ?)",
                id.get(),
                expiry,
                right.ordinal(),
                strike);
      }
      case Condition.OneOf(var field, var codes) ->
          codes.isEmpty()
              ? "false"
              : bound(column(field) + " in " + marks(codes.size()), codes.toArray());
      case Condition.WholeRange range -> range(range);
      case Condition.RatioRange(var field, var min, var max) ->
          bound(column(field) + " between ? and ?", min, max);
      case Condition.Absent(var field) -> column(field) + " is null";
      case Condition.Chips(var all, var none) ->
          bound("((chips & ?) = ? and (chips & ?) = 0)", all, all, none);
      case Condition.AllOf(var parts) -> joined(parts, " and ", "true", dictionary);
      case Condition.AnyOf(var parts) -> joined(parts, " or ", "false", dictionary);
    };
  }

  private String symbols(List<String> symbols, Dictionary dictionary) {
    List<Object> ids = new ArrayList<>();
    symbols.forEach(s -> dictionary.knownSymbol(s).ifPresent(ids::add));
    if (ids.isEmpty()) {
      return "false";
    }
    String marks = marks(ids.size());
    ids.addAll(List.copyOf(ids));
    return bound("(underlying_id in " + marks + " or root_id in " + marks + ")", ids.toArray());
  }

  private String range(Condition.WholeRange range) {
    String column = column(range.field());
    String from = range.min() > Long.MIN_VALUE ? bound(column + " >= ?", range.min()) : "";
    String to = range.max() < Long.MAX_VALUE ? bound(column + " <= ?", range.max()) : "";
    if (from.isEmpty() && to.isEmpty()) {
      return column + " is not null";
    }
    return from.isEmpty() ? to : to.isEmpty() ? from : "(" + from + " and " + to + ")";
  }

  private String joined(List<Condition> parts, String word, String none, Dictionary dictionary) {
    List<String> texts = new ArrayList<>();
    parts.forEach(part -> texts.add(text(part, dictionary)));
    return texts.isEmpty() ? none : "(" + String.join(word, texts) + ")";
  }

  private String bound(String text, Object... parameters) {
    Collections.addAll(values, parameters);
    return text;
  }

  private static String marks(int count) {
    return "(" + String.join(", ", Collections.nCopies(count, "?")) + ")";
  }

  static String column(CodeField field) {
    return switch (field) {
      case RIGHT -> "right_code";
      case SIDE -> "side";
      case LOCATION -> "location";
      case SENTIMENT -> "sentiment";
      case VENUE -> "venue";
      case CONDITION_CLASS -> "condition_class";
      case PHASE -> "phase";
      case EXPIRY -> "expiry_day";
      case SESSION -> "session_day";
    };
  }

  private static String column(WholeField field) {
    return switch (field) {
      case PREMIUM_MICROS -> "premium_micros";
      case SIZE -> "size";
      case DTE -> "dte";
      case REPEAT_3M -> "repeat3m";
      case STRIKE_MICROS -> "strike_micros";
      case TS_NANOS -> "ts_nanos";
      case QUOTE_AGE_NANOS -> "quote_age_nanos";
    };
  }

  private static String column(RatioField field) {
    return switch (field) {
      case OTM_PCT -> "otm_pct";
      case VOL_OI -> "vol_oi";
      case SIG_SCORE -> "sig_score";
      case CONTRACT_PERCENTILE -> "contract_percentile";
    };
  }
}
