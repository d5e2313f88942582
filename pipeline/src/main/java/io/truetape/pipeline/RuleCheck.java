package io.truetape.pipeline;

import io.truetape.model.event.Event;
import io.truetape.model.event.EventKind;
import io.truetape.model.event.control.RuleValue;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.text.BadInput;
import io.truetape.model.time.SessionClock;
import io.truetape.pipeline.alert.AlertRules;
import java.util.List;
import java.util.Optional;

/// Whether the rooms would take a rule set, asked of the rooms themselves before it enters a log.
///
/// Rooms are made for the question and thrown away, so that a room added later is asked too and
/// nothing that runs is touched.
public final class RuleCheck {
  private static final String START = "rule ";

  private RuleCheck() {}

  /// Why a rule set is not taken: `key` is `section.name`, or `section` when values of it do not go
  /// together; `reason` a sentence with the value.
  public record Refusal(String key, String reason) {}

  /// The first refusal, in the order of the rooms; empty when every room takes the values.
  public static Optional<Refusal> refusal(SessionClock clock, List<RuleValue> values) {
    Event activation = new RulesActivated(0, "check", "0", "", "", values);
    for (Stage stage : new StandardPipeline(clock).stages(1, "CHECK")) {
      if (!stage.shape().reads(EventKind.RULES_ACTIVATED)) {
        continue;
      }
      try {
        stage.on(activation, new Nobody());
      } catch (BadInput e) {
        String reason = String.valueOf(e.getMessage());
        return Optional.of(new Refusal(key(reason), reason));
      }
    }
    return Optional.empty();
  }

  /// Refuses a user's alert rule that cannot be read, with the reason. Source:
  /// docs/formats/alert-rules.md.
  public static void userRule(String id, String content) {
    AlertRules.checkUserRule(id, content);
  }

  /// The key a room's refusal begins with: `rule nbbo.maxAgeMillis = x: expected ...`.
  private static String key(String reason) {
    if (!reason.startsWith(START)) {
      return "";
    }
    int end = START.length();
    while (end < reason.length() && isKeyLetter(reason.charAt(end))) {
      end++;
    }
    return reason.substring(START.length(), end);
  }

  private static boolean isKeyLetter(char c) {
    return c == '.' || Character.isLetterOrDigit(c);
  }

  private record Nobody() implements Emitter {
    @Override
    public long seq() {
      return 0;
    }

    @Override
    public void emit(io.truetape.model.event.DerivedEvent event) {
      throw new AssertionError("a room concluded " + event.kind() + " from its rules alone");
    }
  }
}
