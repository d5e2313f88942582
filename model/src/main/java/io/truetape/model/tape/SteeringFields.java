package io.truetape.model.tape;

import io.truetape.model.event.Event;
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
import io.truetape.model.text.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Control and trade events from lines. The mirror of [SteeringLines].
final class SteeringFields {
  private SteeringFields() {}

  /// The event that `word` begins, or empty when it begins no control or trade event.
  static Optional<Event> read(String word, TapeFields f) {
    TapeLine line = f.line();
    long ts = f.tsNanos();
    return Optional.ofNullable(
        switch (word) {
          case "tick" -> new Tick(ts);
          case "open" ->
              new SessionOpened(ts, f.day("a date"), line.word("a name"), f.truth("synthetic"));
          case "close" -> new SessionClosed(ts, f.day("a date"));
          case "rules" -> rules(f);
          case "user-rule" -> userRule(f);
          case "baseline" -> BaselineLine.read(f);
          case "silence" ->
              new FeedSilence(
                  ts,
                  TapeCodes.feed(line.word("a feed")),
                  onOrOff(f),
                  f.whole("nanoseconds of silence"));
          case "command" ->
              new OperatorCommand(
                  ts,
                  line.word("a command"),
                  line.word("a target"),
                  line.word("a detail"),
                  line.value("by", ""));
          case "order" ->
              new OrderSent(
                  ts,
                  line.word("an order id"),
                  f.contract(),
                  f.whole("quantity"),
                  f.money("limit", 0));
          case "order-update" ->
              new OrderUpdate(
                  ts, line.word("an order id"), line.word("a state"), line.word("a detail"));
          case "fill" -> fill(f);
          case "account" ->
              new AccountUpdate(
                  ts, line.word("an account"), f.money("cash", 0), f.money("power", 0));
          case "position" ->
              new PositionUpdate(
                  ts,
                  line.word("an account"),
                  f.contract(),
                  f.whole("quantity"),
                  f.money("average", 0));
          case "approved", "refused" ->
              new ApprovalGiven(
                  ts, line.word("a subject"), line.value("by", ""), word.equals("approved"));
          default -> null;
        });
  }

  /// The words that begin a line, of all three families, for suggestions.
  static List<String> words() {
    return List.of(
        "symbol contract quote print stock bbo index oi chain imbalance status news calendar action"
            .concat(
                " feed gap rejected tick open close rules user-rule command baseline silence order")
            .concat(" order-update fill account position approved refused")
            .split(" "));
  }

  private static RulesActivated rules(TapeFields f) {
    String name = f.line().word("a name");
    String version = f.line().word("a version");
    String content = f.line().word("the content");
    List<String> keys = f.line().values("rule");
    List<String> texts = f.line().values("is");
    if (keys.size() != texts.size()) {
      throw new BadInput("every rule= needs its is=");
    }
    List<RuleValue> values = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      values.add(new RuleValue(keys.get(i), texts.get(i)));
    }
    return new RulesActivated(
        f.tsNanos(), name, version, f.line().value("sha", ""), content, values);
  }

  private static UserRuleActivated userRule(TapeFields f) {
    String id = f.line().word("a rule id");
    boolean on = onOrOff(f);
    String content = f.line().word("the content");
    return new UserRuleActivated(f.tsNanos(), id, f.line().value("owner", ""), content, on);
  }

  private static boolean onOrOff(TapeFields f) {
    String state = f.line().word("on or off");
    if (!state.equals("on") && !state.equals("off")) {
      throw new BadInput("expected on or off but found \"" + state + "\"");
    }
    return state.equals("on");
  }

  private static Fill fill(TapeFields f) {
    String order = f.line().word("an order id");
    long price = f.price();
    long quantity = f.whole("quantity");
    return new Fill(
        f.tsNanos(), order, f.line().value("id", ""), quantity, price, f.money("fee", 0));
  }
}
