package io.truetape.model.event.derived;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.EventKind;
import io.truetape.model.market.Sentiment;
import io.truetape.model.market.Side;
import io.truetape.model.market.SideRule;

/// A print with the probability that it was bought.
///
/// `pBuy` in [0, 1], 0.5 when nothing may be said; `expectedAccuracy` is the published accuracy of
/// `rule` in this print's bucket, shrunk toward 0.5. Inferred, never reported.
public record SidedPrint(
    QuotedPrint quoted, double pBuy, Side side, SideRule rule, double expectedAccuracy)
    implements DerivedEvent {

  /// Call bought or put sold is bullish; the mirror bearish; unknown sides are neutral.
  public Sentiment sentiment() {
    if (side == Side.UNKNOWN) {
      return Sentiment.NEUTRAL;
    }
    boolean bullish = (side == Side.BUY) == quoted.print().contract().isCall();
    return bullish ? Sentiment.BULLISH : Sentiment.BEARISH;
  }

  @Override
  public long tsNanos() {
    return quoted.tsNanos();
  }

  @Override
  public EventKind kind() {
    return EventKind.SIDED_PRINT;
  }
}
