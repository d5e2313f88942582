package io.truetape.server.stream;

import io.truetape.model.price.Price;
import io.truetape.model.symbol.Contract;
import io.truetape.server.view.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers for contracts in binary frames, given out as they appear. Used by the hub's thread only.
final class ContractNumbers {
  private final Map<Contract, Integer> numbers = new HashMap<>();
  private final List<Contract> terms = new ArrayList<>();

  int numberOf(Contract contract) {
    Integer number = numbers.get(contract);
    if (number == null) {
      number = terms.size();
      numbers.put(contract, number);
      terms.add(contract);
    }
    return number;
  }

  int size() {
    return terms.size();
  }

  /// `[id, root, underlying, expiry, strike, right, multiplier]` of some numbers.
  String message(List<Integer> wanted) {
    Json out = new Json(64 * wanted.size() + 64).open().field("op", "contracts");
    out.name("entries").openList();
    for (int number : wanted) {
      Contract c = terms.get(number);
      out.openList().whole(number).text(c.root()).text(c.underlying());
      out.text(LocalDate.ofEpochDay(c.expiryDay()).toString());
      out.raw(Price.format(c.strikeMicros())).text(String.valueOf(c.right().letter()));
      out.whole(c.multiplier()).closeList();
    }
    return out.closeList().close().toString();
  }
}
