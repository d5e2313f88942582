package io.truetape.app.cli;

import io.truetape.engine.snapshot.Snapshots;
import io.truetape.engine.wire.Codec;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/// Says which build this is.
@Command(
    name = "version",
    description = "Shows the version and the formats this build writes.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: truetape version"})
final class VersionCommand implements Runnable {
  static final String VERSION = "0.1.0";

  @Override
  public void run() {
    for (String line : new Provider().getVersion()) {
      System.out.println(line);
    }
  }

  /// The same lines for `--version`.
  static final class Provider implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "Truetape " + VERSION,
        "log payloads " + Codec.VERSION + ", snapshot layout " + Snapshots.LAYOUT,
        "Java " + Runtime.version()
      };
    }
  }
}
