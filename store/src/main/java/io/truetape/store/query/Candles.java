package io.truetape.store.query;

import io.truetape.model.event.derived.CandleClosed;
import io.truetape.model.market.CandleInterval;
import io.truetape.model.symbol.Contract;
import java.util.List;

/// Closed candles, each in its highest revision. Safe from any thread.
public interface Candles {
  /// Candles starting in `[fromNanos, toNanos)`: the last `limit` of them, oldest first.
  List<CandleClosed> between(
      String symbol, CandleInterval interval, long fromNanos, long toNanos, int limit);

  /// Candles of one option contract, made when asked from its prints as kept; the last may still be
  /// forming. Otherwise as [#between].
  List<CandleClosed> ofContract(
      Contract contract, CandleInterval interval, long fromNanos, long toNanos, int limit);

  /// Symbols that have candles, in alphabetical order.
  List<String> symbols();
}
