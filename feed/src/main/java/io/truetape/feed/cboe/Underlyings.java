package io.truetape.feed.cboe;

import io.truetape.feed.file.Outbox;
import io.truetape.feed.file.Row;
import io.truetape.model.event.Listings;
import io.truetape.model.event.source.EquityQuote;
import io.truetape.model.event.source.IndexValue;
import io.truetape.model.id.FeedId;
import io.truetape.model.symbol.Roots;
import io.truetape.model.symbol.SymbolKind;
import java.util.Arrays;

/// The underlying's bid and ask of each row, told when they changed.
///
/// An index (`^VIX`) has no quote: the middle of the two is its value, rounded down to a micro. A
/// zero means the row did not know.
final class Underlyings {
  private final Listings listings;
  private long[] lastBid = new long[16];
  private long[] lastAsk = new long[16];

  Underlyings(Listings listings) {
    this.listings = listings;
  }

  /// `name` is the listed underlying of the row's contract.
  void tell(Row row, int symbolColumn, String name, long bid, long ask, long ts, Outbox out) {
    if (bid <= 0 || ask <= 0) {
      return;
    }
    boolean isIndex = row.text(symbolColumn).startsWith("^") || Roots.isIndexSymbol(name);
    int symbol = listings.symbol(name, isIndex ? SymbolKind.INDEX : Roots.kind(name));
    if (symbol >= lastBid.length) {
      lastBid = Arrays.copyOf(lastBid, symbol * 2);
      lastAsk = Arrays.copyOf(lastAsk, symbol * 2);
    }
    if (lastBid[symbol] == bid && lastAsk[symbol] == ask) {
      return;
    }
    lastBid[symbol] = bid;
    lastAsk[symbol] = ask;
    out.add(
        isIndex
            ? new IndexValue(ts, ts, FeedId.CBOE, symbol, Math.floorDiv(bid + ask, 2L))
            : new EquityQuote(ts, ts, FeedId.CBOE, symbol, bid, ask, 0, 0, 0, 0));
  }
}
