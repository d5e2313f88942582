package io.truetape.app.config;

import io.truetape.engine.log.LogPlan;
import java.nio.file.Path;

/// Everything that may differ between two machines and changes no answer.
///
/// Read from one file by [ConfigFile]; every key with its default is in `config/example.toml`.
public record Config(
    Path dataFolder, Server server, Log log, Run run, Synthetic synthetic, Store store) {

  /// `host` must be loopback; `requestsPerSecond` per client address.
  public record Server(String host, int port, int requestsPerSecond) {}

  /// `retentionDays`: 0 keeps every log.
  public record Log(
      LogPlan.Fsync fsync, int commitMillis, int segmentMegabytes, int retentionDays) {
    public LogPlan plan() {
      return new LogPlan((long) segmentMegabytes << 20, commitMillis * 1_000_000L, 4 << 20, fsync);
    }
  }

  /// `rules` is a rule file, empty for the standard set.
  public record Run(int shards, int snapshotMinutes, String rules) {}

  /// The synthetic market: see docs/feeds/synthetic.md.
  public record Synthetic(long seed, String mode, String firstDay, int symbols, int speed) {}

  public record Store(int memoryMegabytes) {}
}
