package io.truetape.engine.wire;

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
import io.truetape.model.id.FeedId;
import java.util.ArrayList;
import java.util.List;

/// Control and trade events. Field order is the format.
final class ControlWire {
  private ControlWire() {}

  static void put(FeedSilence e, WireWriter out) {
    out.putLong(e.tsNanos());
    out.putByte(e.feed().code());
    out.putBoolean(e.silent());
    out.putLong(e.forNanos());
  }

  static FeedSilence getFeedSilence(WireReader in) {
    return new FeedSilence(
        in.getLong(), FeedId.ofCode(in.getByte()), in.getBoolean(), in.getLong());
  }

  static void put(OperatorCommand e, WireWriter out) {
    out.putLong(e.tsNanos());
    out.putText(e.command());
    out.putText(e.target());
    out.putText(e.detail());
    out.putText(e.by());
  }

  static OperatorCommand getOperatorCommand(WireReader in) {
    return new OperatorCommand(
        in.getLong(), in.getText(), in.getText(), in.getText(), in.getText());
  }

  static void put(RulesActivated e, WireWriter out) {
    out.putLong(e.tsNanos());
    out.putText(e.name());
    out.putText(e.version());
    out.putText(e.sha256());
    out.putText(e.content());
    putRules(e.values(), out);
  }

  static RulesActivated getRulesActivated(WireReader in) {
    return new RulesActivated(
        in.getLong(), in.getText(), in.getText(), in.getText(), in.getText(), getRules(in));
  }

  static void put(SessionClosed e, WireWriter out) {
    out.putLong(e.tsNanos());
    out.putInt(e.day());
  }

  static SessionClosed getSessionClosed(WireReader in) {
    return new SessionClosed(in.getLong(), in.getInt());
  }

  static void put(SessionOpened e, WireWriter out) {
    out.putLong(e.tsNanos());
    out.putInt(e.day());
    out.putText(e.name());
    out.putBoolean(e.synthetic());
  }

  static SessionOpened getSessionOpened(WireReader in) {
    return new SessionOpened(in.getLong(), in.getInt(), in.getText(), in.getBoolean());
  }

  static void put(Tick e, WireWriter out) {
    out.putLong(e.tsNanos());
  }

  static Tick getTick(WireReader in) {
    return new Tick(in.getLong());
  }

  static void put(UserRuleActivated e, WireWriter out) {
    out.putLong(e.tsNanos());
    out.putText(e.ruleId());
    out.putText(e.owner());
    out.putText(e.content());
    out.putBoolean(e.active());
  }

  static UserRuleActivated getUserRuleActivated(WireReader in) {
    return new UserRuleActivated(
        in.getLong(), in.getText(), in.getText(), in.getText(), in.getBoolean());
  }

  static void put(AccountUpdate e, WireWriter out) {
    out.putLong(e.tsNanos());
    out.putText(e.account());
    out.putLong(e.cashMicros());
    out.putLong(e.buyingPowerMicros());
  }

  static AccountUpdate getAccountUpdate(WireReader in) {
    return new AccountUpdate(in.getLong(), in.getText(), in.getLong(), in.getLong());
  }

  static void put(ApprovalGiven e, WireWriter out) {
    out.putLong(e.tsNanos());
    out.putText(e.subject());
    out.putText(e.by());
    out.putBoolean(e.approved());
  }

  static ApprovalGiven getApprovalGiven(WireReader in) {
    return new ApprovalGiven(in.getLong(), in.getText(), in.getText(), in.getBoolean());
  }

  static void put(Fill e, WireWriter out) {
    out.putLong(e.tsNanos());
    out.putText(e.orderId());
    out.putText(e.fillId());
    out.putLong(e.quantity());
    out.putLong(e.priceMicros());
    out.putLong(e.feeMicros());
  }

  static Fill getFill(WireReader in) {
    return new Fill(
        in.getLong(), in.getText(), in.getText(), in.getLong(), in.getLong(), in.getLong());
  }

  static void put(OrderSent e, WireWriter out) {
    out.putLong(e.tsNanos());
    out.putText(e.orderId());
    out.putInt(e.contract());
    out.putLong(e.quantity());
    out.putLong(e.limitMicros());
  }

  static OrderSent getOrderSent(WireReader in) {
    return new OrderSent(in.getLong(), in.getText(), in.getInt(), in.getLong(), in.getLong());
  }

  static void put(OrderUpdate e, WireWriter out) {
    out.putLong(e.tsNanos());
    out.putText(e.orderId());
    out.putText(e.state());
    out.putText(e.detail());
  }

  static OrderUpdate getOrderUpdate(WireReader in) {
    return new OrderUpdate(in.getLong(), in.getText(), in.getText(), in.getText());
  }

  static void put(PositionUpdate e, WireWriter out) {
    out.putLong(e.tsNanos());
    out.putText(e.account());
    out.putInt(e.contract());
    out.putLong(e.quantity());
    out.putLong(e.averageMicros());
  }

  static PositionUpdate getPositionUpdate(WireReader in) {
    return new PositionUpdate(in.getLong(), in.getText(), in.getInt(), in.getLong(), in.getLong());
  }

  private static void putRules(List<RuleValue> rules, WireWriter out) {
    out.putInt(rules.size());
    for (RuleValue rule : rules) {
      out.putText(rule.key());
      out.putText(rule.value());
    }
  }

  private static List<RuleValue> getRules(WireReader in) {
    List<RuleValue> rules = new ArrayList<>();
    for (int n = in.getInt(); n > 0; n--) {
      rules.add(new RuleValue(in.getText(), in.getText()));
    }
    return rules;
  }
}
