package io.truetape.model.tape;

import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.source.AuctionImbalance;
import io.truetape.model.event.source.CalendarEntry;
import io.truetape.model.event.source.Capability;
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
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.Venue;
import io.truetape.model.time.SessionClock;
import java.time.LocalDate;

/// Source events as lines. Read by [SourceFields]; the words are on docs/formats/tape.md.
final class SourceLines {
  private final Names names;
  private final SessionClock clock;

  SourceLines(Names names, SessionClock clock) {
    this.names = names;
    this.clock = clock;
  }

  void write(TapeText out, SourceEvent event) {
    switch (event) {
      case SymbolListed e ->
          out.raw("symbol #" + e.symbol()).word(e.text()).raw(TapeCodes.constant(e.symbolKind()));
      case ContractListed e -> {
        out.raw("contract #" + e.contract() + " of #" + e.underlying());
        TapeContract.append(out, e.terms());
      }
      case OptionQuote e -> optionQuote(out, e);
      case OptionPrint e -> optionPrint(out, e);
      case EquityPrint e -> equityPrint(out, e);
      case EquityQuote e ->
          symbol(out.raw("bbo  "), e.symbol())
              .gap()
              .market(e.bidMicros(), e.askMicros())
              .sizes(e.bidSize(), e.askSize())
              .venue("bidv", e.bidVenue(), 0)
              .venue("askv", e.askVenue(), 0);
      case IndexValue e -> symbol(out.raw("index"), e.symbol()).gap().price(e.valueMicros());
      case OpenInterest e -> {
        contract(out.raw("oi   "), e.contract()).gap().number(e.openInterest());
        out.rawKey("asof", date(e.asOfDay())).key("source", e.source());
      }
      case RatePoint e -> {
        out.raw("rate").number(e.tenorDays()).raw(Double.toString(e.rate()));
        out.rawKey("asof", date(e.asOfDay())).key("source", e.source());
      }
      case ChainRow e -> chainRow(out, e);
      case AuctionImbalance e -> imbalance(out, e);
      case TradingStatus e ->
          symbol(out.raw("status"), e.symbol())
              .raw(e.trading() ? "trading" : "halted")
              .word(e.reason());
      case NewsStory e -> news(out, e);
      case CalendarEntry e ->
          out.raw("calendar")
              .raw(TapeCodes.constant(e.entryKind()))
              .word(e.symbol())
              .raw(date(e.day()))
              .word(e.text())
              .rawKey("announced", instant(e.announcedTsNanos()));
      case CorporateAction e ->
          out.raw("action")
              .word(e.actionKind())
              .word(e.symbol())
              .raw(date(e.effectiveDay()))
              .word(e.text())
              .key("new", e.ratioNew(), 1)
              .key("old", e.ratioOld(), 1)
              .money("amount", e.amountMicros(), 0);
      case FeedStatus e ->
          out.raw("feed")
              .raw(TapeCodes.constant(e.state()))
              .word(e.detail())
              .rawKey("able", capabilities(e.capabilities()));
      case Gap e ->
          out.raw("gap")
              .word(e.reason())
              .span("from", e.fromTsNanos() - e.sourceTsNanos())
              .span("to", e.toTsNanos() - e.sourceTsNanos())
              .key("count", e.count(), -1)
              .key("filled", Boolean.toString(e.filled()), "false");
      case Rejected e -> out.raw("rejected").word(e.reason()).word(e.excerpt());
    }
  }

  private void optionQuote(TapeText out, OptionQuote e) {
    contract(out.raw("quote "), e.contract())
        .gap()
        .market(e.bidMicros(), e.askMicros())
        .sizes(e.bidSize(), e.askSize())
        .venue("venue", e.venue(), Venue.OPRA.code())
        .venue("bidv", e.bidVenue(), 0)
        .venue("askv", e.askVenue(), 0);
  }

  private void optionPrint(TapeText out, OptionPrint e) {
    contract(out.raw("print "), e.contract())
        .gap()
        .price(e.priceMicros())
        .gap()
        .number(e.size())
        .gap()
        .raw(TapeCodes.venue(e.venue()))
        .raw(TapeCodes.condition(e.condition()))
        .key("seq", e.vendorSequence(), 0)
        .nbbo(e.nbbo(), e.sourceTsNanos())
        .greeks(e.vendor())
        .flags(e.flags());
  }

  private void equityPrint(TapeText out, EquityPrint e) {
    symbol(out.raw("stock"), e.symbol())
        .gap()
        .price(e.priceMicros())
        .gap()
        .number(e.size())
        .gap()
        .raw(TapeCodes.venue(e.venue()))
        .key("cond", e.conditions(), "")
        .key("seq", e.vendorSequence(), 0)
        .flags(e.flags());
    if (e.participantTsNanos() != 0) {
      out.span("venue-time", e.participantTsNanos() - e.sourceTsNanos());
    }
  }

  private void chainRow(TapeText out, ChainRow e) {
    contract(out.raw("chain"), e.contract())
        .money("last", e.lastMicros(), Nbbo.MISSING)
        .key("volume", e.volume(), -1)
        .key("oi", e.openInterest(), -1)
        .nbbo(e.nbbo(), e.sourceTsNanos())
        .greeks(e.vendor());
  }

  private void imbalance(TapeText out, AuctionImbalance e) {
    symbol(out.raw("imbalance"), e.symbol())
        .raw(TapeCodes.constant(e.side()))
        .number(e.imbalanceSize())
        .key("type", String.valueOf(e.auctionType()))
        .key("paired", e.pairedSize(), 0)
        .money("ref", e.referenceMicros(), 0)
        .money("near", e.nearMicros(), 0)
        .money("far", e.farMicros(), 0);
  }

  private void news(TapeText out, NewsStory e) {
    out.raw("news").word(e.headline()).key("id", e.storyId(), "").key("body", e.body(), "");
    for (String symbol : e.symbols()) {
      out.key("symbol", symbol);
    }
    out.key("source", e.source(), "").key("url", e.url(), "");
  }

  private TapeText symbol(TapeText out, int symbol) {
    return out.gap().word(names.symbol(symbol));
  }

  private TapeText contract(TapeText out, int contract) {
    TapeContract.append(out, names.contract(contract));
    return out;
  }

  private String instant(long tsNanos) {
    if (tsNanos == 0) {
      return "-";
    }
    var day = clock.dayAt(tsNanos);
    StringBuilder b = new StringBuilder(date(day.day())).append('/');
    TapeClock.append(b, tsNanos - day.midnightNanos());
    return b.toString();
  }

  private static String date(int epochDay) {
    return LocalDate.ofEpochDay(epochDay).toString();
  }

  private static String capabilities(int mask) {
    StringBuilder b = new StringBuilder();
    int rest = mask;
    for (Capability c : Capability.values()) {
      if ((rest & c.bit()) != 0) {
        b.append(b.isEmpty() ? "" : "+").append(TapeCodes.constant(c));
        rest &= ~c.bit();
      }
    }
    if (rest != 0 || b.isEmpty()) {
      b.append(b.isEmpty() ? "" : "+").append(rest);
    }
    return b.toString();
  }
}
