package io.truetape.store.duckdb;

import io.truetape.model.market.Right;
import io.truetape.model.symbol.Contract;
import io.truetape.model.symbol.ExerciseStyle;
import io.truetape.model.symbol.Osi;
import io.truetape.model.symbol.Settlement;
import io.truetape.model.text.BadInput;
import io.truetape.store.query.StoreFault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The store's own numbers for symbols and contracts, so that a row holds integers only.
///
/// One thread numbers new ones; the same transaction that stores their first row stores them. Any
/// thread may read. Grows with the contracts seen (about 300 bytes each).
final class Dictionary {
  /// The store's numbers for a contract and its two names.
  record ContractIds(Contract terms, int contract, int underlying, int root) {}

  private final Map<String, Integer> symbols = new ConcurrentHashMap<>();
  private final Map<Integer, String> texts = new ConcurrentHashMap<>();
  private final Map<Integer, Contract> contracts = new ConcurrentHashMap<>();
  private final Map<Contract, ContractIds> byTerms = new HashMap<>();
  private @Nullable ContractIds[] byLogNumber = new @Nullable ContractIds[1_024];
  private List<String> newSymbols = new ArrayList<>();
  private List<ContractIds> newContracts = new ArrayList<>();

  void load(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      try (ResultSet rows = sql.executeQuery("select id, text from symbols")) {
        while (rows.next()) {
          remember(rows.getString(2), rows.getInt(1));
        }
      }
      try (ResultSet rows =
          sql.executeQuery(
              "select id, underlying_id, root_id, root, underlying, right_code, strike_micros,"
                  + " expiry_day, settlement, style, multiplier, deliverable from contracts")) {
        while (rows.next()) {
          Contract terms =
              new Contract(
                  rows.getString(4),
                  rows.getString(5),
                  Right.values()[rows.getInt(6)],
                  rows.getLong(7),
                  rows.getInt(8),
                  Settlement.valueOf(rows.getString(9)),
                  ExerciseStyle.valueOf(rows.getString(10)),
                  rows.getInt(11),
                  rows.getString(12));
          remember(new ContractIds(terms, rows.getInt(1), rows.getInt(2), rows.getInt(3)));
        }
      }
    }
  }

  /// The numbers of a contract; `logNumber` is only a hint that makes the look-up fast.
  @SuppressWarnings("ReferenceEquality") // the same object is the common case; equals decides else
  ContractIds idsOf(int logNumber, Contract terms) {
    if (logNumber >= 0 && logNumber < byLogNumber.length) {
      ContractIds cached = byLogNumber[logNumber];
      if (cached != null && (cached.terms() == terms || cached.terms().equals(terms))) {
        return cached;
      }
    }
    ContractIds ids = byTerms.get(terms);
    if (ids == null) {
      ids =
          new ContractIds(
              terms, byTerms.size() + 1, symbolId(terms.underlying()), symbolId(terms.root()));
      remember(ids);
      newContracts.add(ids);
    }
    cache(logNumber, ids);
    return ids;
  }

  /// The number of a symbol, new if need be.
  int symbolId(String text) {
    Integer id = symbols.get(text);
    if (id == null) {
      id = symbols.size() + 1;
      remember(text, id);
      newSymbols.add(text);
    }
    return id;
  }

  Optional<Integer> knownSymbol(String text) {
    return Optional.ofNullable(symbols.get(text));
  }

  String symbol(int id) {
    String text = texts.get(id);
    if (text == null) {
      throw new StoreFault("symbol number " + id + " is not in the store's dictionary");
    }
    return text;
  }

  Contract contract(int id) {
    Contract terms = contracts.get(id);
    if (terms == null) {
      throw new StoreFault("contract number " + id + " is not in the store's dictionary");
    }
    return terms;
  }

  /// What was numbered since the last call, to be stored with the rows that use it.
  Additions drain() {
    Additions additions = new Additions(newSymbols, newContracts);
    newSymbols = new ArrayList<>();
    newContracts = new ArrayList<>();
    return additions;
  }

  /// New numbers on their way to disk.
  record Additions(List<String> symbols, List<ContractIds> contracts) {}

  void store(Connection connection, Additions additions) throws SQLException {
    try (PreparedStatement sql = connection.prepareStatement("insert into symbols values (?, ?)")) {
      for (String text : additions.symbols()) {
        sql.setInt(1, symbolId(text));
        sql.setString(2, text);
        sql.executeUpdate();
      }
    }
    try (PreparedStatement sql =
        connection.prepareStatement(
            "insert into contracts values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (ContractIds ids : additions.contracts()) {
        insert(sql, ids);
      }
    }
  }

  private static void insert(PreparedStatement sql, ContractIds ids) throws SQLException {
    Contract c = ids.terms();
    sql.setInt(1, ids.contract());
    sql.setInt(2, ids.underlying());
    sql.setInt(3, ids.root());
    sql.setString(4, c.underlying());
    sql.setString(5, c.root());
    sql.setString(6, osi(c));
    sql.setInt(7, c.right().ordinal());
    sql.setLong(8, c.strikeMicros());
    sql.setInt(9, c.expiryDay());
    sql.setString(10, c.settlement().name());
    sql.setString(11, c.style().name());
    sql.setInt(12, c.multiplier());
    sql.setString(13, c.deliverable());
    sql.executeUpdate();
  }

  private static @Nullable String osi(Contract c) {
    try {
      return Osi.unpadded(c);
    } catch (BadInput e) {
      return null;
    }
  }

  private void remember(String text, int id) {
    texts.put(id, text);
    symbols.put(text, id);
  }

  private void remember(ContractIds ids) {
    contracts.put(ids.contract(), ids.terms());
    byTerms.put(ids.terms(), ids);
  }

  private void cache(int logNumber, ContractIds ids) {
    if (logNumber < 0 || logNumber > 4_000_000) {
      return;
    }
    if (logNumber >= byLogNumber.length) {
      byLogNumber = Arrays.copyOf(byLogNumber, Math.max(logNumber + 1, byLogNumber.length * 2));
    }
    byLogNumber[logNumber] = ids;
  }
}
