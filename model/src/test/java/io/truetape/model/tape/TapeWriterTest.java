package io.truetape.model.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truetape.model.event.control.Tick;
import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.MeasuredPrint;
import io.truetape.model.event.derived.NormalizedPrint;
import io.truetape.model.event.derived.QuotedPrint;
import io.truetape.model.event.derived.SidedPrint;
import io.truetape.model.event.derived.WindowedPrint;
import io.truetape.model.event.derived.greeks.PricedPrint;
import io.truetape.model.event.source.ContractListed;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.id.FeedId;
import io.truetape.model.market.Chip;
import io.truetape.model.market.GreeksAbsence;
import io.truetape.model.market.JoinQuality;
import io.truetape.model.market.Nbbo;
import io.truetape.model.market.QuoteLocation;
import io.truetape.model.market.Right;
import io.truetape.model.market.SaleCondition;
import io.truetape.model.market.Sentiment;
import io.truetape.model.market.Side;
import io.truetape.model.market.SideRule;
import io.truetape.model.market.VendorGreeks;
import io.truetape.model.symbol.Contract;
import io.truetape.model.text.BadInput;
import io.truetape.model.time.SessionPhase;
import org.junit.jupiter.api.Test;

class TapeWriterTest {
  private static final long OPEN = 1_768_573_800_000_000_000L;

  private final Contract call = Contract.standard("SPY", 20_469, Right.CALL, 600_500_000L);
  private final OptionPrint print =
      new OptionPrint(
          OPEN + 1_300_000,
          OPEN + 1_420_000,
          FeedId.TAPE,
          1,
          1_250_000,
          500,
          3,
          'S',
          77,
          new Nbbo(1_200_000, 1_250_000, 10, 20, OPEN),
          VendorGreeks.NONE,
          0);

  @Test
  void aPrintIsOneReadableLineAfterItsDay() {
    assertThat(writer().write(print))
        .isEqualTo(
            """
            day 2026-01-16
            09:30:00.001300 print  SPY 260116C00600.5  1.25  500  XCBO iso seq=77\
             nbbo=1.20x1.25/10x20@-1300us rx=120us
            """);
  }

  @Test
  void theDayIsWrittenOnceUntilItChanges() {
    TapeWriter writer = writer();
    assertThat(writer.write(new Tick(OPEN))).isEqualTo("day 2026-01-16\n09:30:00.000000 tick\n");
    assertThat(writer.write(new Tick(OPEN + 1))).isEqualTo("09:30:00.000000001 tick\n");
  }

  @Test
  void derivedEventsAreShort() {
    NormalizedPrint normalized =
        new NormalizedPrint(
            print, 9, call, 20_469, SessionPhase.RTH, SaleCondition.ISO, JoinQuality.IN_BAND);
    QuotedPrint quoted =
        new QuotedPrint(normalized, print.nbbo(), QuoteLocation.ASK, JoinQuality.IN_BAND, 0, 0);
    SidedPrint sided = new SidedPrint(quoted, 0.7449, Side.BUY, SideRule.QUOTE, 0.8);
    WindowedPrint windowed =
        new WindowedPrint(
            PricedPrint.without(sided, GreeksAbsence.NOT_YET),
            500,
            1_000,
            20_468,
            1,
            1,
            500,
            0,
            0,
            -1,
            -1,
            -1,
            -1,
            0,
            false,
            -1,
            -1,
            -1);
    MeasuredPrint measured =
        new MeasuredPrint(
            windowed, 62_500_000_000L, 0, 1.5, true, 0.5, Sentiment.BULLISH, 0.4, -1, 0);
    TapeWriter writer = writer();
    assertThat(writer.derived(normalized)).isEqualTo("=> normalized  RTH iso in-band");
    assertThat(writer.derived(quoted)).isEqualTo("=> quoted  ASK");
    assertThat(writer.derived(sided)).isEqualTo("=> sided  BUY p=0.74 rule=quote");
    assertThat(writer.derived(windowed))
        .isEqualTo("=> windowed  volume=500 oi=1000 repeat=1 minute=500");
    assertThat(writer.derived(measured))
        .isEqualTo("=> measured  premium=62500.00 dte=0 otm=1.50 vol/oi=0.50 bullish");
    assertThat(writer.derived(new ChippedPrint(measured, Chip.CALLS.bit() | Chip.ASK.bit())))
        .isEqualTo("=> chips  calls ask");
    assertThat(TapeReader.expected("=> quoted  ASK")).contains("quoted  ASK");
  }

  @Test
  void aNumberThatWasNeverListedIsRefused() {
    TapeWriter writer = new TapeWriter(new TapeNames());
    assertThatThrownBy(() -> writer.write(print))
        .isInstanceOf(BadInput.class)
        .hasMessage("contract 1 was never listed");
  }

  private TapeWriter writer() {
    TapeNames names = new TapeNames();
    names.on(new ContractListed(0, 0, FeedId.ENGINE, 1, 1, call));
    return new TapeWriter(names);
  }
}
