package io.truetape.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.engine.log.LogTail;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as a person uses it, and as a person breaks it.
class CommandLineTest {
  @TempDir private Path folder;

  @Test
  void everyCommandHasHelpWithAnExample() {
    for (String command :
        List.of(
            "run", "import", "replay", "export", "log", "verify", "doctor", "config", "version",
            "rules", "shadow", "score")) {
      Program.Result help = Program.run(command, "--help");
      assertThat(help.exit()).isZero();
      assertThat(help.out()).contains("Example: truetape " + command);
    }
  }

  @Test
  void aTapeIsImportedReplayedVerifiedAndShown() throws IOException {
    Path tape = tape();
    Program.Result imported = data("import", tape.toString(), "--session", "t", "--json");
    assertThat(imported.exit()).as(imported.err()).isZero();
    assertThat(imported.json().get("prints").asLong()).isEqualTo(2);
    assertThat(imported.json().get("volume").asLong()).isEqualTo(530);
    assertThat(imported.json().get("premium").decimalValue()).isEqualByComparingTo("66100");
    assertThat(imported.json().get("rejected").asLong()).isEqualTo(1);
    String digest = imported.json().get("digest").asString();
    Program.Result replayed = data("replay", "t", "--json", "--shards", "3");
    assertThat(replayed.json().get("digest").asString()).isEqualTo(digest);
    assertThat(data("replay", tape.toString(), "--json").json().get("digest").asString())
        .isEqualTo(digest);
    assertThat(data("verify", "t", "--json").json().get("equal").asBoolean()).isTrue();
    assertThat(data("log", "cat", "t").out())
        .contains("print  SPY 260116C00600  1.25  500  XCBO iso");
    assertThat(data("export", "t", "--json").json().get("rows").asLong()).isEqualTo(2);
  }

  @Test
  void importingTheSameFileTwiceCountsNothingTwice() throws IOException {
    Path tape = tape();
    data("import", tape.toString(), "--session", "t");
    data("import", tape.toString(), "--session", "t");
    Program.Result replayed = data("replay", "t", "--json");
    assertThat(replayed.json().get("derived").get("chipped print").asLong()).isEqualTo(2);
    assertThat(replayed.json().get("derived").get("print refused").asLong()).isEqualTo(2);
  }

  @Test
  void unusableFilesAreNamedWithTheReason() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.dbn"));
    Path strange = Files.writeString(folder.resolve("strange.xyz"), "hello");
    refused("no-such-file", "import", folder.resolve("no-such-file.dbn").toString());
    refused("empty", "import", empty.toString());
    refused("strange.xyz", "import", strange.toString());
    refused("neither a session nor a file", "replay", "nothing-of-that-name");
  }

  @Test
  void aDamagedLogIsRefusedWithItsPlaceAndRepairedIntoACopy() throws IOException {
    data("import", tape().toString(), "--session", "t");
    Path segment = folder.resolve("data/log/t/00000000000000000001.seg");
    byte[] bytes = Files.readAllBytes(segment);
    bytes[bytes.length / 3] ^= 4;
    Files.write(segment, bytes);
    refused("at byte", "verify", "t");
    refused("at byte", "log", "verify", "t");
    Program.Result repair =
        data("log", "repair", "t", "--to", folder.resolve("copy").toString(), "--json");
    assertThat(repair.json().get("damagedStretches").asLong()).isEqualTo(1);
  }

  @Test
  void configurationAndRulesAreStrict() throws IOException {
    Path config = Files.writeString(folder.resolve("c.toml"), "[server]\nprot = 4001\n");
    refused("did you mean server.port?", "config", "show", "--config", config.toString());
    Files.writeString(config, "[server]\nport = \"x\"\n");
    refused("line 2", "config", "show", "--config", config.toString());
    Path rules = Files.writeString(folder.resolve("r.toml"), "name = \"a\"\nversion = \"1\"\n");
    refused("is missing", "import", tape().toString(), "--rules", rules.toString());
    refused("expected letters", "import", tape().toString(), "--session", "../evil");
    data("import", tape().toString(), "--session", "synthetic");
    refused("did you mean synthetic?", "verify", "sintetic");
  }

  @Test
  void aSecondInstanceAndATakenPortAreRefused() throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    String data = folder.resolve("data").toString();
    Process first =
        Program.start(
            "", out, folder.resolve("err"), "run", "--data", data, "--port", "0", "--json");
    try {
      Program.url(first, out);
      refused("in use by another Truetape", "run", "--port", "0");
    } finally {
      first.destroy();
      assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      refused("is in use", "run", "--port", Integer.toString(taken.getLocalPort()));
    }
  }

  @Test
  void aFullDiskIsSaidAndLeavesASoundLog() throws IOException {
    StringBuilder lines = new StringBuilder("day 2026-01-16\n");
    for (int i = 0; i < 100_000; i++) {
      lines.append(
          "10:%02d:%02d.%03d000 print SPY 260116C00600 1.25 5 CBOE auto seq=%d%n"
              .formatted(i / 6_000, i / 100 % 60, i % 100 * 10, i));
    }
    Path tape = Files.writeString(folder.resolve("big.tape"), lines);
    String data = folder.resolve("data").toString();
    String[] arguments = {"import", tape.toString(), "--session", "big", "--data", data};
    Program.Result full = Program.run("ulimit -f 3000;", arguments);
    assertThat(full.exit()).isEqualTo(1);
    assertThat(full.err()).contains("cannot write").contains("the log ends at seq");
    LogTail tail = LogTail.recover(folder.resolve("data/log/big"));
    assertThat(tail.lastSeq()).isGreaterThan(1_000);
    assertThat(tail.truncatedBytes()).isZero();
    assertThat(data("log", "verify", "big", "--json").json().get("entries").asLong())
        .isEqualTo(tail.lastSeq());
  }

  private Program.Result data(String... arguments) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = folder.resolve("data").toString();
    return Program.run(all);
  }

  private void refused(String with, String... arguments) {
    Program.Result result = data(arguments);
    assertThat(result.exit()).as(result.out() + result.err()).isEqualTo(1);
    assertThat(result.err()).contains(with).doesNotContain("\tat ");
  }

  private Path tape() throws IOException {
    return Files.writeString(
        folder.resolve("t.tape"),
        """
        day 2026-01-16
        10:00:00.000000 bbo SPY 599.99 x 600.01
        10:00:00.000000 quote SPY 260116C00600 1.20 x 1.25 size=10x20
        10:00:00.001300 print SPY 260116C00600 1.25 500 CBOE iso seq=1
        10:00:00.002000 print SPY 260116C00600 1.20 30 CBOE auto seq=2
        10:00:00.003000 prunt SPY 260116C00600 1.20 30 CBOE auto
        """);
  }
}
