package io.truetape.pipeline.chips;

import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.TradeEvent;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.MeasuredPrint;
import io.truetape.model.event.source.CalendarEntry;
import io.truetape.model.event.source.TradingStatus;
import io.truetape.model.time.TradingCalendar;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.Shape;
import io.truetape.pipeline.Stage;
import io.truetape.pipeline.StageId;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.table.Agenda;

/// Puts the chips on each print.
public final class ChipStage implements Stage {
  private final Monthlies monthlies;
  private final Agenda agenda = new Agenda();
  private ChipEvaluator evaluator;
  private boolean halted;

  public ChipStage(TradingCalendar calendar) {
    this.monthlies = new Monthlies(calendar);
    this.evaluator = new ChipEvaluator(ChipRules.standard(), monthlies, agenda);
  }

  @Override
  public StageId id() {
    return StageId.CHIPS;
  }

  @Override
  public Shape shape() {
    return Shape.reading(
            EventKind.MEASURED_PRINT,
            EventKind.CALENDAR_ENTRY,
            EventKind.TRADING_STATUS,
            EventKind.RULES_ACTIVATED)
        .emitting(EventKind.CHIPPED_PRINT);
  }

  @Override
  public void on(Event event, Emitter out) {
    switch (event) {
      case MeasuredPrint m -> out.emit(new ChippedPrint(m, evaluator.evaluate(m, halted)));
      case CalendarEntry entry -> agenda.add(entry);
      case TradingStatus status -> halted = !status.trading();
      case RulesActivated activated ->
          evaluator = new ChipEvaluator(ChipRules.from(activated.values()), monthlies, agenda);
      case SourceEvent _, ControlEvent _, TradeEvent _, DerivedEvent _ -> {}
    }
  }

  @Override
  public void save(StateWriter out) {
    out.putBoolean(halted);
    agenda.save(out);
  }

  @Override
  public void load(StateReader in) {
    halted = in.getBoolean();
    agenda.load(in);
  }
}
