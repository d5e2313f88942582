package io.truetape.pipeline.nbbo;

import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.TradeEvent;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.derived.NormalizedPrint;
import io.truetape.model.event.derived.QuotedPrint;
import io.truetape.model.event.source.EquityQuote;
import io.truetape.model.event.source.IndexValue;
import io.truetape.model.event.source.OptionQuote;
import io.truetape.model.market.JoinQuality;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.QuoteLocation;
import io.truetape.model.market.Venue;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.Shape;
import io.truetape.pipeline.Stage;
import io.truetape.pipeline.StageId;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.table.IntTable;
import io.truetape.pipeline.table.QuoteLocator;
import io.truetape.pipeline.table.QuoteRing;

/// Joins each print with the NBBO and the spot as of its exchange time.
public final class NbboStage implements Stage {
  private final IntTable<QuoteRing> books = new IntTable<>();
  private QuoteRing underlying = new QuoteRing();
  private NbboRules rules = NbboRules.standard();
  private long reachedNanos;

  @Override
  public StageId id() {
    return StageId.NBBO;
  }

  @Override
  public Shape shape() {
    return Shape.reading(
            EventKind.OPTION_QUOTE,
            EventKind.EQUITY_QUOTE,
            EventKind.INDEX_VALUE,
            EventKind.NORMALIZED_PRINT,
            EventKind.RULES_ACTIVATED)
        .emitting(EventKind.QUOTED_PRINT);
  }

  @Override
  public void on(Event event, Emitter out) {
    switch (event) {
      case OptionQuote quote -> remember(quote);
      case EquityQuote q -> {
        long from = reach(q.sourceTsNanos());
        underlying.add(
            q.sourceTsNanos(), q.bidMicros(), q.askMicros(), q.bidSize(), q.askSize(), from);
      }
      case IndexValue v -> {
        long from = reach(v.sourceTsNanos());
        underlying.add(v.sourceTsNanos(), v.valueMicros(), v.valueMicros(), 0, 0, from);
      }
      case NormalizedPrint print -> out.emit(join(print));
      case RulesActivated activated -> rules = NbboRules.from(activated.values());
      case SourceEvent _, ControlEvent _, TradeEvent _, DerivedEvent _ -> {}
    }
  }

  private void remember(OptionQuote q) {
    long from = reach(q.sourceTsNanos());
    if (q.venue() != Venue.OPRA.code()) {
      return;
    }
    books
        .getOrMake(q.contract(), _ -> new QuoteRing())
        .add(q.sourceTsNanos(), q.bidMicros(), q.askMicros(), q.bidSize(), q.askSize(), from);
  }

  /// The earliest time a waiting print may still ask for: by where time stood before this event,
  /// because the prints it releases are joined only after it was remembered.
  private long reach(long tsNanos) {
    long neededFrom = reachedNanos - rules.joinWaitNanos() - 1;
    reachedNanos = Math.max(reachedNanos, tsNanos);
    return neededFrom;
  }

  private QuotedPrint join(NormalizedPrint print) {
    long ts = print.tsNanos();
    Nbbo inBand = print.print().nbbo();
    Nbbo nbbo = inBand.isPresent() ? inBand : booked(print.print().contract(), ts);
    JoinQuality quality = inBand.isPresent() ? JoinQuality.IN_BAND : print.arrival();
    QuoteLocation location =
        QuoteLocator.locate(print.print().priceMicros(), nbbo, ts, rules.maxAgeNanos());
    int spot = underlying.asOf(ts);
    return new QuotedPrint(
        print,
        nbbo,
        location,
        quality,
        spot < 0 ? 0 : underlying.doubleMid(spot),
        spot < 0 ? 0 : underlying.time(spot));
  }

  private Nbbo booked(int contract, long tsNanos) {
    QuoteRing book = books.get(contract);
    return book == null ? Nbbo.NONE : book.nbbo(book.asOf(tsNanos));
  }

  @Override
  public void save(StateWriter out) {
    out.putLong(reachedNanos);
    underlying.save(out);
    out.putInt(books.size());
    for (int i = 0; i < books.size(); i++) {
      out.putInt(books.keyAt(i));
      books.valueAt(i).save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    reachedNanos = in.getLong();
    underlying = new QuoteRing();
    underlying.load(in);
    books.clear();
    for (int n = in.getInt(); n > 0; n--) {
      QuoteRing ring = new QuoteRing();
      books.put(in.getInt(), ring);
      ring.load(in);
    }
  }
}
