package io.truetape.app.cli;

import io.truetape.app.config.Config;
import io.truetape.app.ops.DataFolder;
import io.truetape.app.ops.Verification;
import io.truetape.model.text.BadInput;
import io.truetape.model.text.Nearest;
import io.truetape.model.time.SessionClock;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Recomputes a session and compares.
@Command(
    name = "verify",
    description = {
      "Runs a session again from its log and compares every digest noted while it was recorded.",
      "Exit code 1 when they differ or the log is damaged."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: truetape verify synthetic"})
final class VerifyCommand implements Callable<Integer> {
  @Mixin private Shared shared = new Shared();

  @Parameters(paramLabel = "SESSION", description = "session name; see truetape log list")
  private String session = "";

  @Option(names = "--shards", description = "threads; never changes the answer", defaultValue = "1")
  private int shards;

  @Override
  public Integer call() {
    Config config = shared.config();
    Path log = log(shared.data(config), session);
    Verification v = Verification.of(log, SessionClock.standard(), shards);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("session", session);
    fields.put("equal", v.equal());
    fields.put("compared", v.compared());
    fields.put("seq", v.seq());
    fields.put("digest", v.digest());
    fields.put("difference", v.difference());
    new Console(shared.json, 0).result(fields);
    return v.equal() ? 0 : 1;
  }

  /// The log folder of a session that must exist.
  static Path log(Path data, String session) {
    List<String> known = DataFolder.sessions(data);
    if (!known.contains(session)) {
      throw new BadInput(
          "no session \""
              + session
              + "\" in "
              + data
              + Nearest.suggestion(session, known)
              + (known.isEmpty() ? "; there are none yet" : "; there are " + known));
    }
    return data.resolve("log").resolve(DataFolder.checked(session));
  }
}
