package io.truetape.model.event;

import io.truetape.model.symbol.Contract;
import io.truetape.model.symbol.SymbolKind;

/// Gives out the numbers by which events name symbols and contracts. Safe from any thread.
///
/// The first request for a name puts a `SymbolListed` or `ContractListed` event into the log ahead
/// of any event that could use the number. Same log, same numbers.
public interface Listings {
  /// The number of a stock, fund or index.
  int symbol(String text, SymbolKind kind);

  /// The number of a contract; lists its underlying too.
  int contract(Contract terms);
}
