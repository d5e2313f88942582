package io.truetape.feed.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truetape.feed.FeedFault;
import io.truetape.feed.synthetic.scenario.Family;
import io.truetape.feed.synthetic.scenario.Label;
import io.truetape.model.text.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelFileTest {
  private static final Label ONE =
      new Label(1, "iron_condor.sold", Family.VOL_SELLER, "SPY", -1, 5, 9, List.of(3L, 4L));
  private static final Label TWO = new Label(2, "noise", Family.NOISE, "ACME", 0, 6, 7, List.of());

  @TempDir private Path folder;

  @Test
  void labelsAreReadAsTheyWereWritten() {
    Path file = written();

    assertThat(LabelFile.read(file)).containsExactly(ONE, TWO);
  }

  @Test
  void aLastLineCutOffByACrashIsLeftOut() throws IOException {
    Path file = written();
    Files.writeString(file, "{\"run\":3,\"scen", StandardOpenOption.APPEND);

    assertThat(LabelFile.read(file)).containsExactly(ONE, TWO);
  }

  @Test
  void aLineThatIsNoLabelIsRefusedWithItsNumber() throws IOException {
    Path file = written();
    Files.writeString(file, "{\"run\":3}\n{}\n", StandardOpenOption.APPEND);

    assertThatThrownBy(() -> LabelFile.read(file))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("line 3");
    Path other =
        Files.writeString(
            folder.resolve("o"), SyntheticLabels.line(TWO).replace("noise\",\"u", "x\",\"u"));
    assertThatThrownBy(() -> LabelFile.read(other)).hasMessageContaining("unknown family");
    assertThatThrownBy(() -> LabelFile.read(folder.resolve("none"))).isInstanceOf(FeedFault.class);
  }

  private Path written() {
    Path file = folder.resolve("labels.ndjson");
    try (SyntheticLabels labels = new SyntheticLabels(file)) {
      labels.accept(ONE);
      labels.accept(TWO);
    }
    return file;
  }
}
