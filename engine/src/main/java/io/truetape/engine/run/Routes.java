package io.truetape.engine.run;

import io.truetape.model.event.source.ContractListed;
import io.truetape.model.event.source.SymbolListed;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// Which underlying an event belongs to: symbol and contract numbers to lane numbers.
final class Routes {
  private int[] underlyingOf = new int[1_024];
  private final Map<String, Integer> symbolOf = new TreeMap<>();

  void list(SymbolListed listed) {
    symbolOf.put(listed.text(), listed.symbol());
  }

  void list(ContractListed listed) {
    int contract = listed.contract();
    if (contract >= underlyingOf.length) {
      underlyingOf = Arrays.copyOf(underlyingOf, Math.max(contract + 1, underlyingOf.length * 2));
    }
    underlyingOf[contract] = listed.underlying();
  }

  /// The underlying's symbol number of a contract; 0 when it was never listed.
  int ofContract(int contract) {
    return contract > 0 && contract < underlyingOf.length ? underlyingOf[contract] : 0;
  }

  /// The symbol number of a name; 0 when it was never listed.
  int ofName(String text) {
    return symbolOf.getOrDefault(text, 0);
  }
}
