package io.truetape.app.cli;

import io.truetape.app.config.Config;
import io.truetape.app.ops.DataFolder;
import io.truetape.app.ops.Tally;
import io.truetape.engine.log.LogPlan;
import io.truetape.engine.log.LogReader;
import io.truetape.engine.log.LogRepair;
import io.truetape.model.event.control.Tick;
import io.truetape.model.tape.TapeNames;
import io.truetape.model.tape.TapeWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Looks into logs.
@Command(
    name = "log",
    description = "Shows, checks and repairs session logs.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: truetape log cat synthetic --limit 20"},
    subcommands = {
      LogCommand.ListSessions.class,
      LogCommand.Cat.class,
      LogCommand.Verify.class,
      LogCommand.Repair.class
    })
final class LogCommand implements Runnable {
  @Override
  public void run() {
    System.out.println(
        "truetape log list | cat SESSION | verify SESSION | repair SESSION --to DIR");
  }

  /// `log list`.
  @Command(
      name = "list",
      description = "Lists the sessions that have a log.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example: truetape log list"})
  static final class ListSessions implements Runnable {
    @Mixin private Shared shared = new Shared();

    @Override
    public void run() {
      Console console = new Console(shared.json, 0);
      var sessions = DataFolder.sessions(shared.data(shared.config()));
      if (shared.json) {
        console.result(Map.of("sessions", sessions));
      } else {
        sessions.forEach(console::line);
      }
    }
  }

  /// `log cat`.
  @Command(
      name = "cat",
      description = "Prints a log as a tape: one line of text per event.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example: truetape log cat synthetic --from 1000 --limit 20"})
  static final class Cat implements Runnable {
    @Mixin private Shared shared = new Shared();

    @Parameters(paramLabel = "SESSION")
    private String session = "";

    @Option(names = "--from", defaultValue = "1", description = "first log position")
    private long from;

    @Option(names = "--limit", defaultValue = "9223372036854775807", description = "lines at most")
    private long limit;

    @Option(names = "--ticks", description = "show ticks too")
    private boolean ticks;

    @Override
    public void run() {
      Config config = shared.config();
      Console console = new Console(false, 0);
      TapeNames names = new TapeNames();
      TapeWriter tape = new TapeWriter(names);
      long shown = 0;
      try (LogReader log = LogReader.open(VerifyCommand.log(shared.data(config), session))) {
        while (shown < limit && log.next()) {
          names.on(log.event());
          if (log.seq() >= from && (ticks || !(log.event() instanceof Tick))) {
            console.text(tape.write(log.event()));
            shown++;
          }
        }
      }
    }
  }

  /// `log verify`.
  @Command(
      name = "verify",
      description = "Checks every frame of a log: length, checksum, order. Exit code 1 on damage.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example: truetape log verify synthetic"})
  static final class Verify implements Runnable {
    @Mixin private Shared shared = new Shared();

    @Parameters(paramLabel = "SESSION")
    private String session = "";

    @Override
    public void run() {
      Tally tally = new Tally();
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("session", session);
      Path path = VerifyCommand.log(shared.data(shared.config()), session);
      try (LogReader log = LogReader.open(path)) {
        while (log.next()) {
          tally.add(log.event());
        }
        fields.put("entries", log.expectedSeq() - 1);
        fields.put("skippedNewer", log.skipped());
        fields.put("bytes", log.position());
      }
      Console.add(fields, tally);
      new Console(shared.json, 0).result(fields);
    }
  }

  /// `log repair`.
  @Command(
      name = "repair",
      description = "Copies the sound entries of a damaged log into a new folder.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example: truetape log repair synthetic --to repaired"})
  static final class Repair implements Runnable {
    @Mixin private Shared shared = new Shared();

    @Parameters(paramLabel = "SESSION")
    private String session = "";

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "an empty folder")
    private Path target = Path.of("");

    @Override
    public void run() {
      Path damaged = VerifyCommand.log(shared.data(shared.config()), session);
      LogRepair repair = LogRepair.copy(damaged, target, LogPlan.standard());
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("copied", repair.copied());
      fields.put("damagedStretches", (long) repair.lost());
      fields.put("lostBytes", repair.lostBytes());
      fields.put("to", target.toString());
      new Console(shared.json, 0).result(fields);
    }
  }
}
