package io.truetape.app.ops;

import io.truetape.app.config.SmallFile;
import io.truetape.engine.log.LogReader;
import io.truetape.model.event.control.RulesActivated;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/// What a session's log and its running instance say about rules.
public final class RuleHistory {
  private static final long NAP_NANOS = 50_000_000L;

  private RuleHistory() {}

  /// SHA-256 of the last rules the log in `session` activated; empty when it did none. Reads the
  /// whole log: it is the only truth.
  public static String inForce(Path session) {
    String sha256 = "";
    try (LogReader log = LogReader.open(session)) {
      while (log.next()) {
        if (log.event() instanceof RulesActivated activated) {
          sha256 = activated.sha256();
        }
      }
    }
    return sha256;
  }

  /// What the running instance answered to the rules with this checksum, waited for at most so long.
  public static String answer(Path file, String sha256, int patienceMillis) {
    long until = System.nanoTime() + patienceMillis * 1_000_000L;
    while (System.nanoTime() < until) {
      String text = Files.isRegularFile(file) ? SmallFile.text(file) : "";
      if (text.startsWith(sha256)) {
        return text.substring(sha256.length()).strip();
      }
      LockSupport.parkNanos(NAP_NANOS);
    }
    return "no answer yet; the session takes it up when it looks";
  }
}
