package io.truetape.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The program in a process of its own, as a person starts it.
final class Program {
  private Program() {}

  /// What a finished call left behind.
  record Result(int exit, String out, String err) {
    JsonNode json() {
      return new ObjectMapper().readTree(out);
    }
  }

  /// Runs a command to its end, at most two minutes.
  static Result run(String... arguments) {
    return run("", arguments);
  }

  /// Runs a command that starts no threads in this process, which is faster.
  static Result here(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    try (PrintStream toSaid = new PrintStream(said, true, StandardCharsets.UTF_8);
        PrintStream toComplained = new PrintStream(complained, true, StandardCharsets.UTF_8)) {
      System.setOut(toSaid);
      System.setErr(toComplained);
      int exit =
          Main.command()
              .setErr(new PrintWriter(toComplained, true, StandardCharsets.UTF_8))
              .execute(arguments);
      return new Result(
          exit, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /// The same below a shell limit such as `ulimit -f 100;`.
  static Result run(String limit, String[] arguments) {
    try {
      Path out = Files.createTempFile("truetape", ".out");
      Path err = Files.createTempFile("truetape", ".err");
      Process process = start(limit, out, err, arguments);
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("did not end: " + String.join(" ", arguments));
      }
      return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("cannot run the program", e);
    }
  }

  /// Starts a command; the caller ends it.
  static Process start(String limit, Path out, Path err, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("io.truetape.app.Main");
    command.addAll(List.of(arguments));
    List<String> whole = command;
    if (!limit.isEmpty()) {
      StringBuilder line = new StringBuilder(limit).append(" exec");
      command.forEach(word -> line.append(" '").append(word).append('\''));
      whole = List.of("bash", "-c", line.toString());
    }
    return new ProcessBuilder(whole)
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }

  /// The address a started `run --json` printed.
  static String url(Process process, Path out) throws IOException, InterruptedException {
    for (int i = 0; i < 600 && process.isAlive(); i++) {
      String text = Files.readString(out, StandardCharsets.UTF_8);
      if (text.contains("}")) {
        return new ObjectMapper().readTree(text).get("url").asString();
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError("the program did not come up: " + Files.readString(out));
  }
}
