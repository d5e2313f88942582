package io.truetape.model.tape;

import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.source.AuctionImbalance;
import io.truetape.model.event.source.CalendarEntry;
import io.truetape.model.event.source.CalendarKind;
import io.truetape.model.event.source.Capability;
import io.truetape.model.event.source.ChainRow;
import io.truetape.model.event.source.ContractListed;
import io.truetape.model.event.source.CorporateAction;
import io.truetape.model.event.source.EquityPrint;
import io.truetape.model.event.source.EquityQuote;
import io.truetape.model.event.source.FeedState;
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
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.Side;
import io.truetape.model.market.Venue;
import io.truetape.model.symbol.Contract;
import io.truetape.model.symbol.SymbolKind;
import io.truetape.model.text.BadInput;
import java.util.List;
import java.util.Optional;

/// Source events from lines. The mirror of [SourceLines].
final class SourceFields {
  private SourceFields() {}

  /// The event that `word` begins, or empty when it begins no source event.
  static Optional<SourceEvent> read(String word, TapeFields f) {
    return Optional.ofNullable(
        switch (word) {
          case "symbol" -> symbolListed(f);
          case "contract" -> contractListed(f);
          case "quote" -> optionQuote(f);
          case "print" -> optionPrint(f);
          case "stock" -> equityPrint(f);
          case "bbo" -> equityQuote(f);
          case "index" -> new IndexValue(f.tsNanos(), f.ingest(), f.feed(), f.symbol(), f.price());
          case "oi" -> openInterest(f);
          case "rate" -> ratePoint(f);
          case "chain" -> chainRow(f);
          case "imbalance" -> imbalance(f);
          case "status" -> status(f);
          case "news" -> news(f);
          case "calendar" -> calendar(f);
          case "action" -> action(f);
          case "feed" -> feedStatus(f);
          case "gap" -> gap(f);
          case "rejected" ->
              new Rejected(
                  f.tsNanos(),
                  f.ingest(),
                  f.feed(),
                  f.line().word("a reason"),
                  f.line().word("an excerpt"));
          default -> null;
        });
  }

  private static SymbolListed symbolListed(TapeFields f) {
    int number = f.listed();
    String text = f.line().word("a symbol");
    SymbolKind kind = constant("symbol kind", f, List.of(SymbolKind.values()));
    f.listings().symbol(text, kind);
    return new SymbolListed(f.tsNanos(), f.ingest(), f.feed(FeedId.ENGINE), number, text, kind);
  }

  private static ContractListed contractListed(TapeFields f) {
    int number = f.listed();
    f.line().literal("of");
    int underlying = f.listed();
    Contract terms = TapeContract.read(f.line());
    f.listings().contract(terms);
    return new ContractListed(
        f.tsNanos(), f.ingest(), f.feed(FeedId.ENGINE), number, underlying, terms);
  }

  private static OptionQuote optionQuote(TapeFields f) {
    int contract = f.contract();
    long bid = f.price();
    f.line().literal("x");
    long ask = f.price();
    int[] sizes = f.sizes();
    return new OptionQuote(
        f.tsNanos(),
        f.ingest(),
        f.feed(),
        contract,
        bid,
        ask,
        sizes[0],
        sizes[1],
        f.venue("venue", Venue.OPRA.code()),
        f.venue("bidv", 0),
        f.venue("askv", 0));
  }

  private static OptionPrint optionPrint(TapeFields f) {
    return new OptionPrint(
        f.tsNanos(),
        f.ingest(),
        f.feed(),
        f.contract(),
        f.price(),
        Math.toIntExact(f.whole("size in contracts")),
        TapeCodes.venue(f.line().word("a venue")),
        TapeCodes.condition(f.line().word("a sale condition")),
        f.whole("seq", 0),
        f.nbbo(),
        f.greeks(),
        f.flags());
  }

  private static EquityPrint equityPrint(TapeFields f) {
    int symbol = f.symbol();
    long price = f.price();
    int size = Math.toIntExact(f.whole("size in shares"));
    int venue = TapeCodes.venue(f.line().word("a venue"));
    long participant = f.line().has("venue-time") ? f.tsNanos() + f.span("venue-time", 0) : 0;
    return new EquityPrint(
        f.tsNanos(),
        f.ingest(),
        f.feed(),
        symbol,
        price,
        size,
        venue,
        f.line().value("cond", ""),
        participant,
        f.whole("seq", 0),
        f.flags());
  }

  private static EquityQuote equityQuote(TapeFields f) {
    int symbol = f.symbol();
    long bid = f.price();
    f.line().literal("x");
    long ask = f.price();
    int[] sizes = f.sizes();
    return new EquityQuote(
        f.tsNanos(),
        f.ingest(),
        f.feed(),
        symbol,
        bid,
        ask,
        sizes[0],
        sizes[1],
        f.venue("bidv", 0),
        f.venue("askv", 0));
  }

  private static OpenInterest openInterest(TapeFields f) {
    return new OpenInterest(
        f.tsNanos(),
        f.ingest(),
        f.feed(),
        f.contract(),
        f.whole("open interest"),
        TapeFields.day("asof", f.line().value("asof", "")),
        f.line().value("source", ""));
  }

  private static RatePoint ratePoint(TapeFields f) {
    int days = Math.toIntExact(f.whole("days"));
    String rate = f.line().word("a rate");
    try {
      return new RatePoint(
          f.tsNanos(),
          f.ingest(),
          f.feed(),
          days,
          Double.parseDouble(rate),
          TapeFields.day("asof", f.line().value("asof", "")),
          f.line().value("source", ""));
    } catch (NumberFormatException e) {
      throw new BadInput("rate \"" + rate + "\": expected a number such as 0.043");
    }
  }

  private static ChainRow chainRow(TapeFields f) {
    return new ChainRow(
        f.tsNanos(),
        f.ingest(),
        f.feed(),
        f.contract(),
        f.nbbo(),
        f.money("last", Nbbo.MISSING),
        f.whole("volume", -1),
        f.whole("oi", -1),
        f.greeks());
  }

  private static AuctionImbalance imbalance(TapeFields f) {
    int symbol = f.symbol();
    Side side = constant("side", f, List.of(Side.values()));
    long size = f.whole("imbalance in shares");
    String type = f.line().value("type", "?");
    if (type.length() != 1) {
      throw new BadInput("type=" + type + ": expected one character");
    }
    return new AuctionImbalance(
        f.tsNanos(),
        f.ingest(),
        f.feed(),
        symbol,
        type.charAt(0),
        f.whole("paired", 0),
        size,
        side,
        f.money("ref", 0),
        f.money("near", 0),
        f.money("far", 0));
  }

  private static TradingStatus status(TapeFields f) {
    int symbol = f.symbol();
    String word = f.line().word("trading or halted");
    if (!word.equals("trading") && !word.equals("halted")) {
      throw new BadInput("expected trading or halted but found \"" + word + "\"");
    }
    return new TradingStatus(
        f.tsNanos(),
        f.ingest(),
        f.feed(),
        symbol,
        word.equals("trading"),
        f.line().word("a reason"));
  }

  private static NewsStory news(TapeFields f) {
    return new NewsStory(
        f.tsNanos(),
        f.ingest(),
        f.feed(),
        f.line().value("id", ""),
        f.line().word("a headline"),
        f.line().value("body", ""),
        f.line().values("symbol"),
        f.line().value("source", ""),
        f.line().value("url", ""));
  }

  private static CalendarEntry calendar(TapeFields f) {
    CalendarKind kind = constant("calendar kind", f, List.of(CalendarKind.values()));
    String symbol = f.line().word("a symbol");
    int day = f.day("a date");
    String text = f.line().word("a text");
    return new CalendarEntry(
        f.tsNanos(), f.ingest(), f.feed(), kind, symbol, day, f.instant("announced"), text);
  }

  private static CorporateAction action(TapeFields f) {
    String kind = f.line().word("a kind");
    String symbol = f.line().word("a symbol");
    int day = f.day("a date");
    String text = f.line().word("a text");
    return new CorporateAction(
        f.tsNanos(),
        f.ingest(),
        f.feed(),
        kind,
        symbol,
        day,
        f.whole("new", 1),
        f.whole("old", 1),
        f.money("amount", 0),
        text);
  }

  private static FeedStatus feedStatus(TapeFields f) {
    FeedState state = constant("feed state", f, List.of(FeedState.values()));
    String detail = f.line().word("a detail");
    return new FeedStatus(
        f.tsNanos(),
        f.ingest(),
        f.feed(),
        state,
        detail,
        capabilities(f.line().value("able", "0")));
  }

  private static Gap gap(TapeFields f) {
    String reason = f.line().word("a reason");
    return new Gap(
        f.tsNanos(),
        f.ingest(),
        f.feed(),
        f.tsNanos() + f.span("from", 0),
        f.tsNanos() + f.span("to", 0),
        f.whole("count", -1),
        reason,
        f.truth("filled"));
  }

  private static int capabilities(String text) {
    int mask = 0;
    for (String part : text.split("\\+")) {
      mask |=
          !part.isEmpty() && (Character.isDigit(part.charAt(0)) || part.charAt(0) == '-')
              ? Math.toIntExact(TapeCodes.whole("able", part))
              : TapeCodes.constant("capability", part, List.of(Capability.values())).bit();
    }
    return mask;
  }

  private static <E extends Enum<E>> E constant(String what, TapeFields f, List<E> constants) {
    return TapeCodes.constant(what, f.line().word(what), constants);
  }
}
