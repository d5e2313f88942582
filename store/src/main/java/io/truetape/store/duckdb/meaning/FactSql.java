package io.truetape.store.duckdb.meaning;

import io.truetape.store.query.meaning.FactCondition;
import io.truetape.store.query.meaning.FactFilter;
import io.truetape.store.query.meaning.Layout;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A filter as SQL with parameters. Values never enter the text; column names are the layout's own.
final class FactSql {
  private final StringBuilder where = new StringBuilder("true");
  private final List<Object> values = new ArrayList<>();
  private final Layout layout;

  FactSql(FactFilter filter) {
    layout = filter.resource().layout();
    filter.conditions().forEach(this::add);
  }

  String where() {
    return where.toString();
  }

  FactSql and(String text, Object... parameters) {
    where.append(" and ").append(text);
    Collections.addAll(values, parameters);
    return this;
  }

  /// Leaves only those that no later word replaces, as far as `throughSeq` tells.
  ///
  /// Only later words can replace, so the side that is looked up holds revisions above 0.
  FactSql latest(String table, long throughSeq) {
    return and(
        "not exists (select 1 from "
            + table
            + " newer where newer.revision > 0 and newer.cause_seq <= ? and newer.seq = t.seq"
            + " and newer.part = t.part and newer.revision > t.revision)",
        throughSeq);
  }

  /// A column of the layout by its name; other names are refused.
  String column(String name) {
    layout.place(name);
    return "t.\"" + name + "\"";
  }

  void bind(PreparedStatement sql) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      sql.setObject(i + 1, values.get(i));
    }
  }

  private void add(FactCondition condition) {
    switch (condition) {
      case FactCondition.SymbolIn(var symbols) -> symbols(symbols);
      case FactCondition.OneOf(var column, var texts) -> in(column, texts);
      case FactCondition.NumberIn(var column, var numbers) -> in(column, numbers);
      case FactCondition.WholeRange(var column, var min, var max) ->
          and(column(column) + " between ? and ?", min, max);
      case FactCondition.RatioRange(var column, var min, var max) ->
          and(column(column) + " between ? and ?", min, max);
      case FactCondition.Bits(var column, var any) -> and("(" + column(column) + " & ?) <> 0", any);
      case FactCondition.Is(var column, var wanted) -> and(column(column) + " = ?", wanted);
    }
  }

  private void symbols(List<String> symbols) {
    if (symbols.isEmpty()) {
      and("false");
      return;
    }
    String marks = marks(symbols.size());
    where.append(" and (t.underlying in ").append(marks);
    values.addAll(symbols);
    if (layout.has("contract_root")) {
      where.append(" or t.contract_root in ").append(marks);
      values.addAll(symbols);
    }
    where.append(')');
  }

  private void in(String column, List<?> wanted) {
    if (wanted.isEmpty()) {
      and("false");
    } else {
      and(column(column) + " in " + marks(wanted.size()), wanted.toArray());
    }
  }

  private static String marks(int count) {
    return "(" + String.join(", ", Collections.nCopies(count, "?")) + ")";
  }
}
