package io.truetape.replay.shadow;

import io.truetape.model.event.derived.meaning.Abstention;
import io.truetape.model.event.derived.meaning.ProfileScore;
import io.truetape.model.event.derived.meaning.SmartMoneyEvent;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why the last word on an event differs: a bound that one run met and the other did not, or another
/// profile in front.
final class ProfileFlips {
  private final Values before;
  private final Values after;

  ProfileFlips(Values before, Values after) {
    this.before = before;
    this.after = after;
  }

  Cause cause(@Nullable SmartMoneyEvent a, @Nullable SmartMoneyEvent b) {
    if (a == null || b == null) {
      return new Cause("no such event", a == null ? "none" : "there", b == null ? "none" : "there");
    }
    SmartMoneyEvent abstained = a.abstained() ? a : b;
    if (!abstained.abstained() || abstained.abstentions().isEmpty()) {
      return new Cause("another profile leads", leading(a), leading(b));
    }
    Abstention why = abstained.abstentions().getFirst();
    String key =
        switch (why) {
          case FIT_TOO_LOW -> "profile.minimumFit";
          case MARGIN_TOO_SMALL -> "profile.minimumMargin";
          case EVIDENCE_TOO_WEAK -> "profile.minimumStrength";
          case PENALTY_TOO_HIGH -> "profile.maximumPenalty";
          case WITHDRAWN -> "prints taken back";
        };
    return new Cause(key, words(why, a, before.text(key)), words(why, b, after.text(key)));
  }

  private static String words(Abstention why, SmartMoneyEvent e, String bound) {
    if (e.scores().size() < 2) {
      return "no scores";
    }
    ProfileScore best = e.scores().getFirst();
    double measured =
        switch (why) {
          case FIT_TOO_LOW, WITHDRAWN -> best.fit();
          case MARGIN_TOO_SMALL -> best.fit() - e.scores().get(1).fit();
          case EVIDENCE_TOO_WEAK -> best.strength();
          case PENALTY_TOO_HIGH -> best.penalty();
        };
    String sign = why == Abstention.PENALTY_TOO_HIGH ? "<" : ">=";
    return String.format(
        Locale.ROOT, "%s %.4f %s %s", best.profile().text(), measured, sign, bound);
  }

  private static String leading(SmartMoneyEvent e) {
    return String.format(Locale.ROOT, "%s %.4f", e.primary().text(), e.confidence());
  }
}
