package io.truetape.model.tape;

import io.truetape.model.event.Event;
import io.truetape.model.event.source.ContractListed;
import io.truetape.model.event.source.SymbolListed;
import io.truetape.model.symbol.Contract;
import io.truetape.model.text.BadInput;
import java.util.Map;
import java.util.TreeMap;

/// Names learnt from the listings of one log. Grows with the number of listings, nothing else.
public final class TapeNames implements Names {
  private final Map<Integer, String> symbols = new TreeMap<>();
  private final Map<Integer, Contract> contracts = new TreeMap<>();

  /// Learns from a listing; other events say nothing about names.
  public void on(Event event) {
    if (event instanceof SymbolListed listed) {
      symbols.put(listed.symbol(), listed.text());
    } else if (event instanceof ContractListed listed) {
      contracts.put(listed.contract(), listed.terms());
    }
  }

  @Override
  public String symbol(int symbol) {
    String text = symbols.get(symbol);
    if (text == null) {
      throw new BadInput("symbol " + symbol + " was never listed");
    }
    return text;
  }

  @Override
  public Contract contract(int contract) {
    Contract terms = contracts.get(contract);
    if (terms == null) {
      throw new BadInput("contract " + contract + " was never listed");
    }
    return terms;
  }
}
