package io.truetape.pipeline.side;

import io.truetape.model.event.derived.QuotedPrint;
import io.truetape.model.event.derived.SidedPrint;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.QuoteLocation;
import io.truetape.model.market.SaleCondition;
import io.truetape.model.market.Side;
import io.truetape.model.market.SideRule;

/// The signing cascade: trade-size rule, quote rule, depth rule, tick test; the first that decides.
///
/// Pure. Order after Grauer, Schuster and Uhrig-Homburg; accuracies are priors from the published
/// ISE and CBOE samples. Source: docs/methods/side.md, section 2.
final class Cascade {
  private final SideRules rules;

  Cascade(SideRules rules) {
    this.rules = rules;
  }

  /// Signs a print. `index`: the contract settles against an index. `tickDirection` is +1 after an up-tick, -1 after a down-tick, 0 unknown.
  SidedPrint sign(QuotedPrint quoted, boolean index, int tickDirection) {
    SideRule silent = silence(quoted);
    if (silent != SideRule.TRADE_SIZE) {
      return unknown(quoted, silent);
    }
    int bySize = tradeSize(quoted);
    boolean atMid =
        quoted.location() == QuoteLocation.MID || quoted.location() == QuoteLocation.LOCKED;
    if (atMid && index) {
      return unknown(quoted, SideRule.NONE_INDEX_MID);
    }
    if (bySize != 0) {
      return signed(quoted, bySize, SideRule.TRADE_SIZE, sizeAccuracy(quoted, index, atMid));
    }
    if (quoted.location() == QuoteLocation.LOCKED) {
      return unknown(quoted, SideRule.NONE_LOCKED);
    }
    if (!atMid) {
      return signed(
          quoted, byQuote(quoted.location()), SideRule.QUOTE, quoteAccuracy(quoted, index));
    }
    int byDepth = depth(quoted.nbbo());
    if (byDepth != 0) {
      return signed(quoted, byDepth, SideRule.DEPTH, rules.depthAtMid());
    }
    return tickDirection == 0
        ? unknown(quoted, SideRule.NONE_UNDECIDED)
        : signed(quoted, tickDirection, SideRule.TICK, rules.tick());
  }

  /// Why nothing may be said, or TRADE_SIZE when the cascade may start.
  private static SideRule silence(QuotedPrint quoted) {
    SaleCondition condition = quoted.print().condition();
    if (condition.isMultiLeg()) {
      return SideRule.NONE_MULTI_LEG;
    }
    if (condition.isStockTied()) {
      return SideRule.NONE_STOCK_TIED;
    }
    if (!condition.mayCarryDirection()) {
      return SideRule.NONE_EXCLUDED;
    }
    return switch (quoted.location()) {
      case NO_QUOTE -> SideRule.NONE_NO_QUOTE;
      case STALE -> SideRule.NONE_STALE;
      case CROSSED -> SideRule.NONE_CROSSED;
      case ONE_SIDED -> SideRule.NONE_ONE_SIDED;
      case LOCKED, ABOVE_ASK, ASK, ABOVE_MID, MID, BELOW_MID, BID, BELOW_BID -> SideRule.TRADE_SIZE;
    };
  }

  /// A print of exactly the size standing at one side likely met a resting customer order there:
  /// the size of the bid means the customer bought.
  private static int tradeSize(QuotedPrint quoted) {
    int size = quoted.print().print().size();
    int bid = quoted.nbbo().bidSize();
    int ask = quoted.nbbo().askSize();
    if (bid <= 0 || ask <= 0 || bid == ask) {
      return 0;
    }
    return size == bid ? 1 : size == ask ? -1 : 0;
  }

  private static int byQuote(QuoteLocation location) {
    return switch (location) {
      case ABOVE_ASK, ASK, ABOVE_MID -> 1;
      case BELOW_BID, BID, BELOW_MID -> -1;
      case MID, NO_QUOTE, STALE, CROSSED, LOCKED, ONE_SIDED -> 0;
    };
  }

  private static int depth(Nbbo nbbo) {
    return Integer.compare(nbbo.askSize(), nbbo.bidSize());
  }

  private double sizeAccuracy(QuotedPrint quoted, boolean index, boolean atMid) {
    if (index) {
      return rules.indexTradeSize();
    }
    return atMid ? rules.tradeSizeAtMid() : bucket(rules.tradeSize(), quoted.location());
  }

  /// Inside the spread the published accuracy is an average: it is scaled by 0.5 plus the distance
  /// from the mid in half spreads, so that near the mid says less and near the quote more.
  private double quoteAccuracy(QuotedPrint quoted, boolean index) {
    double accuracy = bucket(index ? rules.indexQuote() : rules.quote(), quoted.location());
    if (quoted.location() != QuoteLocation.ABOVE_MID
        && quoted.location() != QuoteLocation.BELOW_MID) {
      return accuracy;
    }
    double distance = Math.abs(2 * quoted.positionInSpread() - 1);
    return 0.5 + (accuracy - 0.5) * (0.5 + distance);
  }

  private static double bucket(SideRules.Accuracy accuracy, QuoteLocation location) {
    return switch (location) {
      case ASK, BID -> accuracy.atQuote();
      case ABOVE_ASK, BELOW_BID -> accuracy.outside();
      case ABOVE_MID, BELOW_MID, MID, LOCKED, NO_QUOTE, STALE, CROSSED, ONE_SIDED ->
          accuracy.inside();
    };
  }

  private SidedPrint signed(QuotedPrint quoted, int direction, SideRule rule, double accuracy) {
    double expected = 0.5 + (accuracy - 0.5) * rules.shrink();
    double pBuy = direction > 0 ? expected : 1 - expected;
    Side side =
        pBuy >= rules.buyFrom() ? Side.BUY : pBuy <= rules.sellTo() ? Side.SELL : Side.UNKNOWN;
    return new SidedPrint(quoted, pBuy, side, rule, expected);
  }

  private static SidedPrint unknown(QuotedPrint quoted, SideRule why) {
    return new SidedPrint(quoted, 0.5, Side.UNKNOWN, why, 0.5);
  }
}
