package io.truetape.feed.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truetape.feed.FeedFault;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.event.source.OptionQuote;
import io.truetape.model.event.source.Rejected;
import io.truetape.model.market.SaleCondition;
import io.truetape.model.market.Venue;
import io.truetape.testkit.MemoryIntake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TapeFeedTest {
  private static final String EXAMPLE =
      """
      # the example of the format page
      day 2026-01-16
      09:30:00.000000 quote  SPY 260116C00600  1.20 x 1.25
      09:30:00.001300 print  SPY 260116C00600  1.25  500  CBOE iso
      => quoted  ASK
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void theExampleOfTheFormatIsRead() throws IOException {
    MemoryIntake intake = run(EXAMPLE);
    OptionQuote quote = intake.events(OptionQuote.class).getFirst();
    assertThat(quote.sourceTsNanos()).isEqualTo(1_768_573_800_000_000_000L);
    assertThat(quote.bidMicros()).isEqualTo(1_200_000L);
    assertThat(quote.venue()).isEqualTo(Venue.OPRA.code());
    OptionPrint print = intake.events(OptionPrint.class).getFirst();
    assertThat(print.sourceTsNanos()).isEqualTo(1_768_573_800_001_300_000L);
    assertThat(print.priceMicros()).isEqualTo(1_250_000L);
    assertThat(print.size()).isEqualTo(500);
    assertThat(print.venue()).isEqualTo(Venue.XCBO.code());
    assertThat(print.condition()).isEqualTo(SaleCondition.ISO.letter());
    assertThat(intake.contracts().getFirst().strikeMicros()).isEqualTo(600_000_000L);
  }

  @Test
  void badLinesAreRejectedByNumberAndTheRestIsRead() throws IOException {
    MemoryIntake intake =
        run(
            """
            09:30:00 tick
            day 2026-01-16
            09:30:00 pirnt SPY 260116C00600 1.25 500 CBOE iso
            09:30:00 print SPY 260116X00600 1.25 500 CBOE iso
            09:30:00 print SPY 260116C00600 1.25 500 XCBX iso
            09:30:00 print SPY 260116C00600 1.25 500 XCBO isoo
            09:30:00 print SPY 260116C00600 1.25 500 XCBO iso sqe=7
            09:30:00 print SPY 260116C00600 1.25
            09:30:01 tick
            09:30:02 print SPY 260116C00600 1.25 500 XCBO iso seq=7
            """);
    assertThat(intake.events(Rejected.class))
        .extracting(r -> r.reason().substring(0, r.reason().indexOf(" in \"")))
        .containsExactly(
            "line 1: no day yet: expected a line such as \"day 2026-01-16\" before this one",
            "line 3: \"pirnt\" is no kind of event; did you mean print?",
            "line 4: contract \"SPY 260116X00600\": expected yymmdd, C or P, and the strike"
                + " in dollars",
            "line 5: venue \"XCBX\" is unknown; did you mean XCBO?",
            "line 6: condition \"isoo\" is unknown; did you mean iso?",
            "line 7: unknown key sqe=; did you mean seq?",
            "line 8: the line ends where size in contracts was expected");
    assertThat(intake.events(OptionPrint.class)).hasSize(1);
  }

  @Test
  void progressEndsAtTheSizeOfTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("a.tape"), EXAMPLE);
    TapeFeed feed = new TapeFeed(file);
    feed.run(new MemoryIntake());
    assertThat(feed.readBytes()).isEqualTo(feed.totalBytes()).isEqualTo(EXAMPLE.length());
  }

  @Test
  void aMissingFileIsAFaultThatNamesIt() {
    TapeFeed feed = new TapeFeed(folder.resolve("none.tape"));
    assertThatThrownBy(() -> feed.run(new MemoryIntake()))
        .isInstanceOf(FeedFault.class)
        .hasMessageContaining("none.tape");
  }

  private MemoryIntake run(String tape) throws IOException {
    MemoryIntake intake = new MemoryIntake();
    new TapeFeed(Files.writeString(folder.resolve("t.tape"), tape)).run(intake);
    return intake;
  }
}
