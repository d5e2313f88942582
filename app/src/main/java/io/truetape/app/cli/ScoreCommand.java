package io.truetape.app.cli;

import io.truetape.app.ops.SessionScore;
import io.truetape.model.time.SessionClock;
import io.truetape.replay.score.ScoreText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// How often readings were right.
@Command(
    name = "score",
    description = {
      "Replays a session and holds its readings against the labels of what was really acted:",
      "confusion, precision and recall with 95 % intervals, abstention, false structures, alerts."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: truetape score synthetic-realistic-1-40-2026-01-16"})
final class ScoreCommand implements Runnable {
  @Mixin private Shared shared = new Shared();

  @Parameters(paramLabel = "SESSION")
  private String session = "";

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "default: labels.ndjson beside the session's log")
  private @Nullable Path labels;

  @Override
  public void run() {
    Path log = VerifyCommand.log(shared.data(shared.config()), session);
    Path file = labels == null ? log.resolve("labels.ndjson") : labels;
    Console console = new Console(shared.json, 0);
    SessionScore score = SessionScore.of(log, file, SessionClock.standard(), console::progress);
    console.endProgress();
    if (shared.json) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("session", session);
      fields.put("labelsLeftOut", score.left());
      fields.put("card", score.card());
      console.result(fields);
      return;
    }
    ScoreText.lines(score.card()).forEach(console::line);
    console.line(score.left() + " labels left out: too near the end of the log");
  }
}
