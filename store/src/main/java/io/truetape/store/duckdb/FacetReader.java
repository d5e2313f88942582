package io.truetape.store.duckdb;

import io.truetape.model.market.Chip;
import io.truetape.model.market.QuoteLocation;
import io.truetape.model.market.Right;
import io.truetape.model.market.Sentiment;
import io.truetape.model.market.Side;
import io.truetape.model.market.Venue;
import io.truetape.store.query.ConditionClass;
import io.truetape.store.query.FlowFilter;
import io.truetape.store.query.Prints.FacetCount;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/// Counts per value of each facet field, over one filter. Cancelled prints are left out.
final class FacetReader {
  private final Connection connection;
  private final Dictionary dictionary;
  private final FlowFilter filter;
  private final int perField;
  private final List<FacetCount> out = new ArrayList<>();

  FacetReader(Connection connection, Dictionary dictionary, FlowFilter filter, int perField) {
    this.connection = connection;
    this.dictionary = dictionary;
    this.filter = filter;
    this.perField = perField;
  }

  List<FacetCount> read() throws SQLException {
    field("symbol", "underlying_id", dictionary::symbol);
    field("right", "right_code", i -> lower(Right.values()[i]));
    field("side", "side", i -> lower(Side.values()[i]));
    field("location", "location", i -> QuoteLocation.values()[i].name());
    field("sentiment", "sentiment", i -> lower(Sentiment.values()[i]));
    field("venue", "venue", Venue::label);
    field("conditionClass", "condition_class", ConditionClass.names()::get);
    field("expiry", "expiry_day", i -> LocalDate.ofEpochDay(i).toString());
    field("session", "session_day", i -> LocalDate.ofEpochDay(i).toString());
    chips();
    return out;
  }

  private void field(String name, String column, IntFunction<String> text) throws SQLException {
    SqlFilter where = where();
    String query =
        "select "
            + column
            + ", count(*) n, sum(premium_micros)::bigint p from flow where "
            + where.where()
            + " group by 1 order by p desc, 1 limit "
            + perField;
    try (PreparedStatement sql = connection.prepareStatement(query)) {
      where.bind(sql);
      try (ResultSet r = sql.executeQuery()) {
        while (r.next()) {
          out.add(new FacetCount(name, text.apply(r.getInt(1)), r.getLong(2), r.getLong(3)));
        }
      }
    }
  }

  private void chips() throws SQLException {
    SqlFilter where = where();
    StringBuilder select = new StringBuilder("select ");
    for (Chip chip : Chip.values()) {
      String has = " filter ((chips & " + chip.bit() + ") <> 0)";
      select.append(chip.ordinal() == 0 ? "" : ", ").append("count(*)").append(has);
      select.append(", coalesce(sum(premium_micros)").append(has).append(", 0)::bigint");
    }
    try (PreparedStatement sql =
        connection.prepareStatement(select + " from flow where " + where.where())) {
      where.bind(sql);
      try (ResultSet r = sql.executeQuery()) {
        r.next();
        for (Chip chip : Chip.values()) {
          long prints = r.getLong(2 * chip.ordinal() + 1);
          if (prints > 0) {
            out.add(
                new FacetCount("chips", chip.label(), prints, r.getLong(2 * chip.ordinal() + 2)));
          }
        }
      }
    }
  }

  private SqlFilter where() {
    return new SqlFilter(filter, dictionary).and("(chips & ?) = 0", Chip.CANCELLED.bit());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
