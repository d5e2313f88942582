package io.truetape.engine.wire;

import io.truetape.model.event.source.CalendarEntry;
import io.truetape.model.event.source.CalendarKind;
import io.truetape.model.event.source.ContractListed;
import io.truetape.model.event.source.CorporateAction;
import io.truetape.model.event.source.FeedState;
import io.truetape.model.event.source.FeedStatus;
import io.truetape.model.event.source.Gap;
import io.truetape.model.event.source.NewsStory;
import io.truetape.model.event.source.Rejected;
import io.truetape.model.event.source.SymbolListed;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.Right;
import io.truetape.model.symbol.Contract;
import io.truetape.model.symbol.ExerciseStyle;
import io.truetape.model.symbol.Settlement;
import io.truetape.model.symbol.SymbolKind;
import java.util.ArrayList;
import java.util.List;

/// Listings, news, calendar, feed states: the events there are few of. Field order is the format.
final class ReferenceWire {
  private ReferenceWire() {}

  static void put(CalendarEntry e, WireWriter out) {
    out.putLong(e.sourceTsNanos());
    out.putLong(e.ingestTsNanos());
    out.putByte(e.feed().code());
    out.putByte(e.entryKind().ordinal());
    out.putText(e.symbol());
    out.putInt(e.day());
    out.putLong(e.announcedTsNanos());
    out.putText(e.text());
  }

  static CalendarEntry getCalendarEntry(WireReader in) {
    return new CalendarEntry(
        in.getLong(),
        in.getLong(),
        FeedId.ofCode(in.getByte()),
        of(CalendarKind.values(), in.getByte()),
        in.getText(),
        in.getInt(),
        in.getLong(),
        in.getText());
  }

  static void put(ContractListed e, WireWriter out) {
    out.putLong(e.sourceTsNanos());
    out.putLong(e.ingestTsNanos());
    out.putByte(e.feed().code());
    out.putInt(e.contract());
    out.putInt(e.underlying());
    putContract(e.terms(), out);
  }

  static ContractListed getContractListed(WireReader in) {
    return new ContractListed(
        in.getLong(),
        in.getLong(),
        FeedId.ofCode(in.getByte()),
        in.getInt(),
        in.getInt(),
        getContract(in));
  }

  static void put(CorporateAction e, WireWriter out) {
    out.putLong(e.sourceTsNanos());
    out.putLong(e.ingestTsNanos());
    out.putByte(e.feed().code());
    out.putText(e.actionKind());
    out.putText(e.symbol());
    out.putInt(e.effectiveDay());
    out.putLong(e.ratioNew());
    out.putLong(e.ratioOld());
    out.putLong(e.amountMicros());
    out.putText(e.text());
  }

  static CorporateAction getCorporateAction(WireReader in) {
    return new CorporateAction(
        in.getLong(),
        in.getLong(),
        FeedId.ofCode(in.getByte()),
        in.getText(),
        in.getText(),
        in.getInt(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getText());
  }

  static void put(FeedStatus e, WireWriter out) {
    out.putLong(e.sourceTsNanos());
    out.putLong(e.ingestTsNanos());
    out.putByte(e.feed().code());
    out.putByte(e.state().ordinal());
    out.putText(e.detail());
    out.putInt(e.capabilities());
  }

  static FeedStatus getFeedStatus(WireReader in) {
    return new FeedStatus(
        in.getLong(),
        in.getLong(),
        FeedId.ofCode(in.getByte()),
        of(FeedState.values(), in.getByte()),
        in.getText(),
        in.getInt());
  }

  static void put(Gap e, WireWriter out) {
    out.putLong(e.sourceTsNanos());
    out.putLong(e.ingestTsNanos());
    out.putByte(e.feed().code());
    out.putLong(e.fromTsNanos());
    out.putLong(e.toTsNanos());
    out.putLong(e.count());
    out.putText(e.reason());
    out.putBoolean(e.filled());
  }

  static Gap getGap(WireReader in) {
    return new Gap(
        in.getLong(),
        in.getLong(),
        FeedId.ofCode(in.getByte()),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getText(),
        in.getBoolean());
  }

  static void put(NewsStory e, WireWriter out) {
    out.putLong(e.sourceTsNanos());
    out.putLong(e.ingestTsNanos());
    out.putByte(e.feed().code());
    out.putText(e.storyId());
    out.putText(e.headline());
    out.putText(e.body());
    putTexts(e.symbols(), out);
    out.putText(e.source());
    out.putText(e.url());
  }

  static NewsStory getNewsStory(WireReader in) {
    return new NewsStory(
        in.getLong(),
        in.getLong(),
        FeedId.ofCode(in.getByte()),
        in.getText(),
        in.getText(),
        in.getText(),
        getTexts(in),
        in.getText(),
        in.getText());
  }

  static void put(Rejected e, WireWriter out) {
    out.putLong(e.sourceTsNanos());
    out.putLong(e.ingestTsNanos());
    out.putByte(e.feed().code());
    out.putText(e.reason());
    out.putText(e.excerpt());
  }

  static Rejected getRejected(WireReader in) {
    return new Rejected(
        in.getLong(), in.getLong(), FeedId.ofCode(in.getByte()), in.getText(), in.getText());
  }

  static void put(SymbolListed e, WireWriter out) {
    out.putLong(e.sourceTsNanos());
    out.putLong(e.ingestTsNanos());
    out.putByte(e.feed().code());
    out.putInt(e.symbol());
    out.putText(e.text());
    out.putByte(e.symbolKind().ordinal());
  }

  static SymbolListed getSymbolListed(WireReader in) {
    return new SymbolListed(
        in.getLong(),
        in.getLong(),
        FeedId.ofCode(in.getByte()),
        in.getInt(),
        in.getText(),
        of(SymbolKind.values(), in.getByte()));
  }

  private static void putContract(Contract c, WireWriter out) {
    out.putText(c.root());
    out.putText(c.underlying());
    out.putByte(c.right().letter());
    out.putLong(c.strikeMicros());
    out.putInt(c.expiryDay());
    out.putByte(c.settlement().ordinal());
    out.putByte(c.style().ordinal());
    out.putInt(c.multiplier());
    out.putText(c.deliverable());
  }

  private static Contract getContract(WireReader in) {
    return new Contract(
        in.getText(),
        in.getText(),
        in.getByte() == 'C' ? Right.CALL : Right.PUT,
        in.getLong(),
        in.getInt(),
        of(Settlement.values(), in.getByte()),
        of(ExerciseStyle.values(), in.getByte()),
        in.getInt(),
        in.getText());
  }

  private static void putTexts(List<String> texts, WireWriter out) {
    out.putInt(texts.size());
    for (String text : texts) {
      out.putText(text);
    }
  }

  private static List<String> getTexts(WireReader in) {
    List<String> texts = new ArrayList<>();
    for (int n = in.getInt(); n > 0; n--) {
      texts.add(in.getText());
    }
    return texts;
  }

  private static <T> T of(T[] values, int ordinal) {
    if (ordinal >= values.length) {
      throw new WireFault("constant " + ordinal + " of " + values.length);
    }
    return values[ordinal];
  }
}
