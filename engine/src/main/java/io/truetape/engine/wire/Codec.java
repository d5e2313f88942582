package io.truetape.engine.wire;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.control.BaselineCarried;
import io.truetape.model.event.control.FeedSilence;
import io.truetape.model.event.control.OperatorCommand;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.control.SessionClosed;
import io.truetape.model.event.control.SessionOpened;
import io.truetape.model.event.control.Tick;
import io.truetape.model.event.control.UserRuleActivated;
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
import io.truetape.model.event.trade.AccountUpdate;
import io.truetape.model.event.trade.ApprovalGiven;
import io.truetape.model.event.trade.Fill;
import io.truetape.model.event.trade.OrderSent;
import io.truetape.model.event.trade.OrderUpdate;
import io.truetape.model.event.trade.PositionUpdate;
import org.jspecify.annotations.Nullable;

/// Log payloads to and from events, written by hand and versioned.
///
/// A payload starts with the kind's code and the version of its layout. A newer version or an
/// unknown kind decodes to nothing, and the reader counts and reports it; it is never guessed at.
public final class Codec {
  /// The layout version this build writes.
  public static final int VERSION = 1;

  /// Writes kind, version and fields of a source, control or trade event.
  public void encode(Event event, WireWriter out) {
    out.putByte(event.kind().code());
    out.putByte(VERSION);
    switch (event) {
      case AuctionImbalance e -> MarketWire.put(e, out);
      case CalendarEntry e -> ReferenceWire.put(e, out);
      case ChainRow e -> MarketWire.put(e, out);
      case ContractListed e -> ReferenceWire.put(e, out);
      case CorporateAction e -> ReferenceWire.put(e, out);
      case EquityPrint e -> MarketWire.put(e, out);
      case EquityQuote e -> MarketWire.put(e, out);
      case FeedStatus e -> ReferenceWire.put(e, out);
      case Gap e -> ReferenceWire.put(e, out);
      case IndexValue e -> MarketWire.put(e, out);
      case NewsStory e -> ReferenceWire.put(e, out);
      case OpenInterest e -> MarketWire.put(e, out);
      case OptionPrint e -> MarketWire.put(e, out);
      case OptionQuote e -> MarketWire.put(e, out);
      case RatePoint e -> MarketWire.put(e, out);
      case Rejected e -> ReferenceWire.put(e, out);
      case SymbolListed e -> ReferenceWire.put(e, out);
      case TradingStatus e -> MarketWire.put(e, out);
      case OperatorCommand e -> ControlWire.put(e, out);
      case BaselineCarried e -> BaselineWire.put(e, out);
      case FeedSilence e -> ControlWire.put(e, out);
      case RulesActivated e -> ControlWire.put(e, out);
      case SessionClosed e -> ControlWire.put(e, out);
      case SessionOpened e -> ControlWire.put(e, out);
      case Tick e -> ControlWire.put(e, out);
      case UserRuleActivated e -> ControlWire.put(e, out);
      case AccountUpdate e -> ControlWire.put(e, out);
      case ApprovalGiven e -> ControlWire.put(e, out);
      case Fill e -> ControlWire.put(e, out);
      case OrderSent e -> ControlWire.put(e, out);
      case OrderUpdate e -> ControlWire.put(e, out);
      case PositionUpdate e -> ControlWire.put(e, out);
      case DerivedEvent e ->
          throw new IllegalArgumentException("derived events are not logged: " + e.kind());
    }
  }

  /// The event of a payload, or null when its kind or version is newer than this build.
  public @Nullable Event decode(WireReader in) {
    int code = in.getByte();
    int version = in.getByte();
    if (version > VERSION) {
      return null;
    }
    return switch (code) {
      case 10 -> MarketWire.getAuctionImbalance(in);
      case 13 -> ReferenceWire.getCalendarEntry(in);
      case 9 -> MarketWire.getChainRow(in);
      case 2 -> ReferenceWire.getContractListed(in);
      case 14 -> ReferenceWire.getCorporateAction(in);
      case 5 -> MarketWire.getEquityPrint(in);
      case 6 -> MarketWire.getEquityQuote(in);
      case 15 -> ReferenceWire.getFeedStatus(in);
      case 16 -> ReferenceWire.getGap(in);
      case 7 -> MarketWire.getIndexValue(in);
      case 12 -> ReferenceWire.getNewsStory(in);
      case 8 -> MarketWire.getOpenInterest(in);
      case 4 -> MarketWire.getOptionPrint(in);
      case 3 -> MarketWire.getOptionQuote(in);
      case 18 -> MarketWire.getRatePoint(in);
      case 17 -> ReferenceWire.getRejected(in);
      case 1 -> ReferenceWire.getSymbolListed(in);
      case 11 -> MarketWire.getTradingStatus(in);
      case 45 -> ControlWire.getOperatorCommand(in);
      case 46 -> BaselineWire.getBaselineCarried(in);
      case 47 -> ControlWire.getFeedSilence(in);
      case 43 -> ControlWire.getRulesActivated(in);
      case 42 -> ControlWire.getSessionClosed(in);
      case 41 -> ControlWire.getSessionOpened(in);
      case 40 -> ControlWire.getTick(in);
      case 44 -> ControlWire.getUserRuleActivated(in);
      case 63 -> ControlWire.getAccountUpdate(in);
      case 65 -> ControlWire.getApprovalGiven(in);
      case 62 -> ControlWire.getFill(in);
      case 60 -> ControlWire.getOrderSent(in);
      case 61 -> ControlWire.getOrderUpdate(in);
      case 64 -> ControlWire.getPositionUpdate(in);
      default -> null;
    };
  }

  /// The kind code of a payload without decoding it.
  public static int kindCode(byte[] payload, int at) {
    return payload[at] & 0xFF;
  }

  /// Words for a kind code in a report.
  public static String kindName(int code) {
    for (EventKind kind : EventKind.values()) {
      if (kind.code() == code) {
        return kind.text();
      }
    }
    return "kind " + code;
  }
}
