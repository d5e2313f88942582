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

/// A filter as SQL text with parameters. Values never enter the text.
final class SqlFilter {
  private final StringBuilder where = new StringBuilder("true");
  private final List<Object> values = new ArrayList<>();

  SqlFilter(FlowFilter filter, Dictionary dictionary) {
    for (Condition condition : filter.conditions()) {
      add(condition, dictionary);
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

  private void add(Condition condition, Dictionary dictionary) {
    switch (condition) {
      case Condition.SymbolIn(var symbols) -> {
        List<Integer> ids = new ArrayList<>();
        symbols.forEach(s -> dictionary.knownSymbol(s).ifPresent(ids::add));
        if (ids.isEmpty()) {
          where.append(" and false");
        } else {
          String marks = marks(ids.size());
          where.append(" and (underlying_id in ").append(marks);
          where.append(" or root_id in ").append(marks).append(')');
          values.addAll(ids);
          values.addAll(ids);
        }
      }
      case Condition.OneOf(var field, var codes) -> {
        if (codes.isEmpty()) {
          where.append(" and false");
        } else {
          where.append(" and ").append(column(field)).append(" in ").append(marks(codes.size()));
          values.addAll(codes);
        }
      }
      case Condition.WholeRange(var field, var min, var max) -> {
        if (min > Long.MIN_VALUE) {
          and(column(field) + " >= ?", min);
        }
        if (max < Long.MAX_VALUE) {
          and(column(field) + " <= ?", max);
        }
      }
      case Condition.RatioRange(var field, var min, var max) ->
          and(column(field) + " between ? and ?", min, max);
      case Condition.Chips(var all, var none) ->
          and("(chips & ?) = ? and (chips & ?) = 0", all, all, none);
    }
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
    };
  }

  private static String column(RatioField field) {
    return switch (field) {
      case OTM_PCT -> "otm_pct";
      case VOL_OI -> "vol_oi";
      case SIG_SCORE -> "sig_score";
    };
  }
}
