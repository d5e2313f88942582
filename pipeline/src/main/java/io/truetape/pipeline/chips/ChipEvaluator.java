package io.truetape.pipeline.chips;

import io.truetape.model.event.derived.MeasuredPrint;
import io.truetape.model.event.derived.NormalizedPrint;
import io.truetape.model.event.derived.QuotedPrint;
import io.truetape.model.event.derived.WindowedPrint;
import io.truetape.model.event.source.CalendarKind;
import io.truetape.model.market.Chip;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.SaleCondition;
import io.truetape.model.market.Sentiment;
import io.truetape.model.market.Side;
import io.truetape.model.symbol.Contract;
import io.truetape.pipeline.table.Agenda;

/// Which chips a print carries. Pure; a chip whose input is absent is not set.
final class ChipEvaluator {
  private final ChipRules rules;
  private final Monthlies monthlies;
  private final Agenda agenda;

  ChipEvaluator(ChipRules rules, Monthlies monthlies, Agenda agenda) {
    this.rules = rules;
    this.monthlies = monthlies;
    this.agenda = agenda;
  }

  long evaluate(MeasuredPrint print, boolean halted) {
    return reported(print)
        | location(print.windowed().sided().quoted())
        | size(print)
        | expiry(print)
        | flow(print)
        | combined(print)
        | scheduled(print.windowed().sided().quoted().print())
        | when(halted, Chip.HALTED);
  }

  private static long reported(MeasuredPrint print) {
    NormalizedPrint n = print.windowed().sided().quoted().print();
    SaleCondition c = n.condition();
    return (n.contract().isCall() ? Chip.CALLS : Chip.PUTS).bit()
        | when(c.isIso(), Chip.SWEEPS)
        | when(c.isMultiLeg(), Chip.MULTI_LEG)
        | when(c.isStockTied(), Chip.STOCK_TIED)
        | when(c.isAuction(), Chip.AUCTION)
        | when(c.isFloor(), Chip.FLOOR)
        | when(c.isCross(), Chip.CROSS)
        | when(c.isLate(), Chip.LATE);
  }

  /// `aa` wins over `ask`; both and `bid` need a two-sided, uncrossed, fresh quote.
  private long location(QuotedPrint quoted) {
    if (!quoted.location().isKnown()) {
      return 0;
    }
    Nbbo nbbo = quoted.nbbo();
    long price = quoted.print().print().priceMicros();
    if (price <= nbbo.bidMicros()) {
      return Chip.BID.bit();
    }
    if (price < nbbo.askMicros()) {
      return 0;
    }
    long beyond = price - nbbo.askMicros();
    boolean strict =
        beyond >= rules.aaMinimumMicros()
            && beyond * 100 >= rules.aaSpreadPercent() * nbbo.spreadMicros();
    return (strict ? Chip.AA : Chip.ASK).bit();
  }

  private long size(MeasuredPrint print) {
    NormalizedPrint n = print.windowed().sided().quoted().print();
    long premium = print.premiumMicros();
    int size = n.print().size();
    SaleCondition c = n.condition();
    boolean single = !c.isMultiLeg() && !c.isStockTied();
    boolean block =
        single
            && (size >= rules.blockSize() || premium >= rules.blockMicros())
            && size >= print.windowed().sizePercentile99();
    return when(premium >= rules.premium100kMicros(), Chip.PREMIUM_100K)
        | when(premium >= rules.sizableMicros(), Chip.SIZABLE)
        | when(premium >= rules.whalesMicros(), Chip.WHALES)
        | when(size >= rules.largeSize(), Chip.LARGE_SIZE)
        | when(block, Chip.BLOCK)
        | when(c == SaleCondition.AUCTION && size <= rules.retailSize(), Chip.RETAIL_LIKELY);
  }

  private long expiry(MeasuredPrint print) {
    Contract contract = print.windowed().sided().quoted().print().contract();
    return when(print.hasSpot() && print.otmPct() > 0, Chip.OTM)
        | when(print.dte() >= rules.leapsDte(), Chip.LEAPS)
        | when(monthlies.isWeekly(contract), Chip.WEEKLIES)
        | when(print.dte() == 0, Chip.ZERO_DTE);
  }

  private long flow(MeasuredPrint print) {
    WindowedPrint w = print.windowed();
    return when(print.volOiRatio() > rules.volOiMin(), Chip.VOL_OVER_OI)
        | when(w.repeat3m() >= rules.repeatMin(), Chip.REPEAT_FLOW)
        | when(
            w.baseline15m() > 0 && w.symbolVolume1m() >= rules.risingRatio() * w.baseline15m(),
            Chip.RISING_VOL)
        | when(
            w.openBaseline() > 0 && w.symbolVolume1m() >= rules.amSpikeRatio() * w.openBaseline(),
            Chip.AM_SPIKE)
        | when(
            print.sentiment() == Sentiment.BULLISH && w.bullishRatio15m() >= rules.bullflowRatio(),
            Chip.BULLFLOW)
        | when(print.sigScore() >= rules.highSig(), Chip.HIGH_SIG);
  }

  private long combined(MeasuredPrint print) {
    WindowedPrint w = print.windowed();
    int size = w.sided().quoted().print().print().size();
    long premium = print.premiumMicros();
    boolean urgent =
        w.repeat3m() >= rules.repeatMin()
            || (premium >= rules.sizableMicros()
                && print.dte() <= rules.urgentDte()
                && print.volOiRatio() >= rules.urgentVolOi());
    boolean builder =
        print.hasSpot()
            && print.dte() >= rules.builderMinDte()
            && print.dte() <= rules.builderMaxDte()
            && Math.abs(print.otmPct()) <= rules.builderOtmPct()
            && size >= rules.builderSize()
            && w.sided().side() == Side.BUY;
    boolean grenade =
        print.hasSpot()
            && print.dte() <= rules.grenadeDte()
            && print.otmPct() >= rules.grenadeOtmPct()
            && premium >= rules.premium100kMicros();
    return when(
            premium >= rules.premium100kMicros() && print.volOiRatio() >= rules.unusualVolOi(),
            Chip.UNUSUAL)
        | when(urgent, Chip.URGENT)
        | when(builder, Chip.POSITION_BUILDERS)
        | when(grenade, Chip.GRENADE)
        | openOrClose(w, size);
  }

  /// More than all open contracts cannot be a close; a sale of a large part of them may well be one.
  private long openOrClose(WindowedPrint w, int size) {
    if (w.openInterest() < 0) {
      return 0;
    }
    boolean closing =
        w.sided().side() == Side.SELL
            && size <= w.openInterest()
            && size >= rules.closingShare() * (double) w.openInterest()
            && w.dayVolume() <= w.openInterest();
    return when(size > w.openInterest(), Chip.OPENING_LIKELY) | when(closing, Chip.CLOSING_LIKELY);
  }

  private long scheduled(NormalizedPrint print) {
    int day = print.tradeDay();
    long now = print.tsNanos();
    return when(
            agenda.has(CalendarKind.EARNINGS, day, rules.earningsDays(), now), Chip.EARNINGS_NEAR)
        | when(agenda.has(CalendarKind.EX_DIVIDEND, day, rules.exDivDays(), now), Chip.EX_DIV);
  }

  private static long when(boolean holds, Chip chip) {
    return holds ? chip.bit() : 0;
  }
}
