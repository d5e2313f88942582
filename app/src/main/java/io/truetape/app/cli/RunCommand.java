package io.truetape.app.cli;

import io.truetape.app.Wiring;
import io.truetape.app.config.Config;
import io.truetape.app.config.FeedsFile;
import io.truetape.app.ops.LiveRun;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Starts the market, the log, the store and the page.
@Command(
    name = "run",
    description = {
      "Starts Truetape and prints the address of its page: with the synthetic market, or with the",
      "live feed named by --feed.",
      "Stops on Ctrl-C; started again it continues where its log ends."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: truetape run --mode active --port 4000"})
final class RunCommand implements Callable<Integer> {
  @Mixin private Shared shared = new Shared();

  @Option(names = "--port", paramLabel = "N", description = "0 picks a free one (default: 4000)")
  private @Nullable Integer port;

  @Option(names = "--mode", paramLabel = "MODE", description = "realistic, active or firehose")
  private @Nullable String mode;

  @Option(names = "--seed", paramLabel = "N", description = "which synthetic market")
  private @Nullable Long seed;

  @Option(names = "--speed", paramLabel = "X", description = "times real time")
  private @Nullable Integer speed;

  @Option(names = "--feed", paramLabel = "NAME", description = "a live feed of DATA/feeds.toml")
  private @Nullable String feed;

  @Option(names = "--rules", paramLabel = "FILE", description = "a rule file")
  private @Nullable Path rules;

  @Override
  public Integer call() throws InterruptedException {
    Config config = shared.config();
    int chosen = port == null ? config.server().port() : port;
    Path data = shared.data(config);
    String vendor = feed;
    if (vendor != null) {
      FeedsFile.checkVendor(vendor);
      FeedsFile feeds = FeedsFile.read(data, System.getenv());
      return watch(
          Wiring.liveRun(
              config, data, vendor, feeds, chosen, Shared.rules(config, data, vendor, rules)),
          "LIVE from " + vendor);
    }
    Config.Synthetic base = config.synthetic();
    Config.Synthetic market =
        new Config.Synthetic(
            seed == null ? base.seed() : seed,
            mode == null ? base.mode() : mode,
            base.firstDay(),
            base.symbols(),
            speed == null ? base.speed() : speed);
    String session = Wiring.syntheticSession(market);
    return watch(
        Wiring.syntheticRun(
            config, data, market, chosen, Shared.rules(config, data, session, rules)),
        "SYNTHETIC market, seed " + market.seed() + ", " + market.mode());
  }

  private int watch(LiveRun run, String what) throws InterruptedException {
    Console console = new Console(shared.json, 0);
    Thread stop = Thread.ofPlatform().name("stop").unstarted(run::close);
    Runtime.getRuntime().addShutdownHook(stop);
    if (shared.json) {
      console.result(Map.of("url", run.url()));
    } else {
      console.line("Truetape is up: " + run.url());
      console.line(what);
    }
    run.await();
    return 0;
  }
}
