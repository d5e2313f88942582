package io.truetape.app;

import io.truetape.app.cli.Truetape;
import io.truetape.engine.log.LogFault;
import io.truetape.feed.FeedFault;
import io.truetape.model.text.BadInput;
import io.truetape.server.ServerFault;
import io.truetape.store.query.StoreFault;
import java.io.PrintWriter;
import picocli.CommandLine;

/// Starts the command line. Exit codes: 0 done, 1 failed with one line why, 2 wrong usage.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(command().execute(args));
  }

  /// The command line, ready to execute.
  public static CommandLine command() {
    CommandLine line = new CommandLine(new Truetape());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (fault, commandLine, parsed) -> {
          PrintWriter err = commandLine.getErr();
          if (isExplained(fault)) {
            err.println("truetape: " + fault.getMessage());
          } else {
            err.println("truetape: unexpected failure, please report it with the lines below");
            fault.printStackTrace(err);
          }
          err.flush();
          return 1;
        });
    return line;
  }

  /// Faults of the world say what happened in one line; a bug shows where it is.
  private static boolean isExplained(Exception fault) {
    return fault instanceof BadInput
        || fault instanceof FeedFault
        || fault instanceof LogFault
        || fault instanceof ServerFault
        || fault instanceof StoreFault;
  }
}
