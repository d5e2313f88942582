package io.truetape.feed.cboe;

import io.truetape.feed.file.Row;
import io.truetape.model.event.Listings;
import io.truetape.model.market.Right;
import io.truetape.model.symbol.Contract;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/// Contracts of DataShop rows by number; every contract is parsed and listed once.
final class CboeContracts {
  private final ContractColumns columns;
  private final Listings listings;
  private final Map<String, Known> known = new LinkedHashMap<>();

  /// A contract's number and its underlying's name.
  record Known(int number, String underlying) {}

  CboeContracts(ContractColumns columns, Listings listings) {
    this.columns = columns;
    this.listings = listings;
  }

  Known of(Row row) {
    String key = row.key(columns.root(), columns.expiration(), columns.strike(), columns.right());
    Known contract = known.get(key);
    if (contract == null) {
      contract = list(row);
      known.put(key, contract);
    }
    return contract;
  }

  private Known list(Row row) {
    String right = row.text(columns.right());
    if (!right.equals("C") && !right.equals("P")) {
      throw row.bad(columns.right(), "is not C or P");
    }
    Contract terms =
        Contract.standard(
            row.text(columns.root()),
            day(row),
            right.equals("C") ? Right.CALL : Right.PUT,
            row.price(columns.strike()));
    return new Known(listings.contract(terms), terms.underlying());
  }

  private int day(Row row) {
    try {
      return (int) LocalDate.parse(row.text(columns.expiration())).toEpochDay();
    } catch (DateTimeException e) {
      throw row.bad(columns.expiration(), "is not a yyyy-mm-dd date");
    }
  }
}
