package io.truetape.pipeline.side;

import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.TradeEvent;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.derived.QuotedPrint;
import io.truetape.model.symbol.Roots;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.Shape;
import io.truetape.pipeline.Stage;
import io.truetape.pipeline.StageId;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.table.IntTable;

/// Says who probably crossed. The only place where a side is computed.
public final class SideStage implements Stage {
  private final IntTable<LastPrices> lasts = new IntTable<>();
  private Cascade cascade = new Cascade(SideRules.standard());

  @Override
  public StageId id() {
    return StageId.SIDE;
  }

  @Override
  public Shape shape() {
    return Shape.reading(EventKind.QUOTED_PRINT, EventKind.RULES_ACTIVATED)
        .emitting(EventKind.SIDED_PRINT);
  }

  @Override
  public void on(Event event, Emitter out) {
    switch (event) {
      case QuotedPrint quoted -> {
        LastPrices last = last(quoted);
        long price = quoted.print().print().priceMicros();
        out.emit(cascade.sign(quoted, last.isIndex, last.direction(price)));
        if (quoted.print().condition().updatesLast()) {
          last.remember(price);
        }
      }
      case RulesActivated activated -> cascade = new Cascade(SideRules.from(activated.values()));
      case SourceEvent _, ControlEvent _, TradeEvent _, DerivedEvent _ -> {}
    }
  }

  private LastPrices last(QuotedPrint quoted) {
    int contract = quoted.print().print().contract();
    LastPrices last = lasts.get(contract);
    if (last == null) {
      last = new LastPrices(Roots.isIndex(quoted.print().contract().root()));
      lasts.put(contract, last);
    }
    return last;
  }

  @Override
  public void save(StateWriter out) {
    out.putInt(lasts.size());
    for (int i = 0; i < lasts.size(); i++) {
      out.putInt(lasts.keyAt(i));
      lasts.valueAt(i).save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    lasts.clear();
    for (int n = in.getInt(); n > 0; n--) {
      lasts.put(in.getInt(), LastPrices.load(in));
    }
  }
}
