package io.truetape.model.tape;

import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.TradeEvent;
import io.truetape.model.event.control.BaselineCarried;
import io.truetape.model.event.control.FeedSilence;
import io.truetape.model.event.control.OperatorCommand;
import io.truetape.model.event.control.RuleValue;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.control.SessionClosed;
import io.truetape.model.event.control.SessionOpened;
import io.truetape.model.event.control.Tick;
import io.truetape.model.event.control.UserRuleActivated;
import io.truetape.model.event.trade.AccountUpdate;
import io.truetape.model.event.trade.ApprovalGiven;
import io.truetape.model.event.trade.Fill;
import io.truetape.model.event.trade.OrderSent;
import io.truetape.model.event.trade.OrderUpdate;
import io.truetape.model.event.trade.PositionUpdate;
import java.time.LocalDate;

/// Control and trade events as lines. Read by [SteeringFields].
final class SteeringLines {
  private final Names names;

  SteeringLines(Names names) {
    this.names = names;
  }

  void write(TapeText out, ControlEvent event) {
    switch (event) {
      case Tick _ -> out.raw("tick");
      case SessionOpened e ->
          out.raw("open")
              .raw(LocalDate.ofEpochDay(e.day()).toString())
              .word(e.name())
              .key("synthetic", Boolean.toString(e.synthetic()), "false");
      case SessionClosed e -> out.raw("close").raw(LocalDate.ofEpochDay(e.day()).toString());
      case RulesActivated e -> rules(out, e);
      case UserRuleActivated e ->
          out.raw("user-rule")
              .word(e.ruleId())
              .raw(e.active() ? "on" : "off")
              .word(e.content())
              .key("owner", e.owner());
      case BaselineCarried e -> BaselineLine.write(out, e);
      case FeedSilence e ->
          out.raw("silence")
              .raw(e.feed().text())
              .raw(e.silent() ? "on" : "off")
              .number(e.forNanos());
      case OperatorCommand e ->
          out.raw("command").word(e.command()).word(e.target()).word(e.detail()).key("by", e.by());
    }
  }

  void write(TapeText out, TradeEvent event) {
    switch (event) {
      case OrderSent e -> {
        TapeContract.append(out.raw("order").word(e.orderId()), names.contract(e.contract()));
        out.number(e.quantity()).money("limit", e.limitMicros(), 0);
      }
      case OrderUpdate e ->
          out.raw("order-update").word(e.orderId()).word(e.state()).word(e.detail());
      case Fill e ->
          out.raw("fill")
              .word(e.orderId())
              .price(e.priceMicros())
              .number(e.quantity())
              .key("id", e.fillId())
              .money("fee", e.feeMicros(), 0);
      case AccountUpdate e ->
          out.raw("account")
              .word(e.account())
              .money("cash", e.cashMicros(), 0)
              .money("power", e.buyingPowerMicros(), 0);
      case PositionUpdate e -> {
        TapeContract.append(out.raw("position").word(e.account()), names.contract(e.contract()));
        out.number(e.quantity()).money("average", e.averageMicros(), 0);
      }
      case ApprovalGiven e ->
          out.raw(e.approved() ? "approved" : "refused").word(e.subject()).key("by", e.by());
    }
  }

  private static void rules(TapeText out, RulesActivated e) {
    out.raw("rules").word(e.name()).word(e.version()).word(e.content()).key("sha", e.sha256());
    for (RuleValue value : e.values()) {
      out.key("rule", value.key()).key("is", value.value());
    }
  }
}
