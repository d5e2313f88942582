package io.truetape.app.cli;

import io.truetape.app.Wiring;
import io.truetape.app.config.Config;
import io.truetape.app.config.ConfigFile;
import io.truetape.app.config.RuleFile;
import io.truetape.app.ops.LiveRun;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/// A short run in a temporary folder, for the launcher's cache of loaded classes.
@Command(name = "warmup", hidden = true, description = "Trains the start-up cache.")
final class WarmupCommand implements Callable<Integer> {
  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("truetape-warmup");
    Config config = ConfigFile.parse("warmup", "");
    try (LiveRun run =
            Wiring.syntheticRun(
                config, folder, config.synthetic(), 0, RuleFile.standard().activation(0));
        HttpClient http = HttpClient.newHttpClient()) {
      for (String path :
          List.of("", "api/v1/flow", "api/v1/health", "api/v1/flow/filters/catalog")) {
        http.send(
            HttpRequest.newBuilder(URI.create(run.url() + path)).build(),
            HttpResponse.BodyHandlers.discarding());
      }
    } finally {
      try (Stream<Path> walk = Files.walk(folder)) {
        for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    return 0;
  }
}
