package io.truetape.model.event;

import io.truetape.model.event.source.AuctionImbalance;
import io.truetape.model.event.source.CalendarEntry;
import io.truetape.model.event.source.ChainRow;
import io.truetape.model.event.source.ContractListed;
import io.truetape.model.event.source.CorporateAction;
import io.truetape.model.event.source.EquityPrint;
import io.truetape.model.event.source.EquityQuote;
import io.truetape.model.event.source.FeedStatus;
import io.truetape.model.event.source.Gap;
import io.truetape.model.event.source.IndexValue;
import io.truetape.model.event.source.NewsStory;
import io.truetape.model.event.source.OpenInterest;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.event.source.OptionQuote;
import io.truetape.model.event.source.RatePoint;
import io.truetape.model.event.source.Rejected;
import io.truetape.model.event.source.SymbolListed;
import io.truetape.model.event.source.TradingStatus;
import io.truetape.model.id.FeedId;

/// Told to us from outside. Every one carries when it happened, when we heard, and from whom.
public sealed interface SourceEvent extends Event
    permits SymbolListed,
        ContractListed,
        OptionQuote,
        OptionPrint,
        EquityPrint,
        EquityQuote,
        IndexValue,
        OpenInterest,
        ChainRow,
        AuctionImbalance,
        TradingStatus,
        NewsStory,
        CalendarEntry,
        CorporateAction,
        FeedStatus,
        Gap,
        Rejected,
        RatePoint {
  /// When it happened, by the clock of the source (exchange or vendor), UTC epoch nanoseconds.
  long sourceTsNanos();

  /// When we received it, UTC epoch nanoseconds.
  long ingestTsNanos();

  /// Who told us.
  FeedId feed();

  @Override
  default long tsNanos() {
    return sourceTsNanos();
  }
}
