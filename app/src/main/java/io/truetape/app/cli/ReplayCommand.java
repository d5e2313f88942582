package io.truetape.app.cli;

import io.truetape.app.config.Config;
import io.truetape.app.ops.Baselines;
import io.truetape.app.ops.DataFolder;
import io.truetape.app.ops.FileImport;
import io.truetape.app.ops.Folders;
import io.truetape.app.ops.ReplayShow;
import io.truetape.app.ops.Serving;
import io.truetape.app.ops.SessionReplay;
import io.truetape.engine.run.Digest;
import io.truetape.feed.FileFeed;
import io.truetape.feed.FileFeeds;
import io.truetape.model.event.EventSink;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.text.BadInput;
import io.truetape.model.time.SessionClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A recorded session or files through the same code again.
@Command(
    name = "replay",
    description = {
      "Runs a recorded session, or files, through the same rooms in a namespace of its own.",
      "Never touches the live log or store. Ends with counts and the digest."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: truetape replay trades.dbn.zst quotes.dbn.zst --speed max",
      "Example: truetape replay spy-june --speed 60 --serve"
    })
final class ReplayCommand implements Callable<Integer> {
  @Mixin private Shared shared = new Shared();

  @Parameters(arity = "1..*", paramLabel = "SESSION|FILE", description = "a session, or files")
  private List<String> sources = List.of();

  @Option(names = "--speed", defaultValue = "max", description = "max, or times real time")
  private String speed = "max";

  @Option(names = "--from", paramLabel = "TIME", description = "hand out from here on (New York)")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "TIME", description = "stop before this (New York)")
  private @Nullable String to;

  @Option(names = "--shards", paramLabel = "N", description = "threads; never changes an answer")
  private @Nullable Integer shards;

  @Option(names = "--no-store", description = "compute only")
  private boolean noStore;

  @Option(names = "--serve", description = "show the replay on the page and keep it up")
  private boolean serve;

  @Option(names = "--port", paramLabel = "N", description = "for --serve (default: 4000)")
  private @Nullable Integer port;

  @Option(names = "--rules", paramLabel = "FILE", description = "a rule file, for files only")
  private @Nullable Path rules;

  @Override
  public Integer call() throws InterruptedException {
    Config config = shared.config();
    Path data = shared.data(config);
    double pace = pace();
    boolean isSession =
        sources.size() == 1 && DataFolder.sessions(data).contains(sources.getFirst());
    String name =
        isSession ? sources.getFirst() : ImportCommand.sessionOf(Path.of(sources.getFirst()));
    Path namespace = Folders.freshReplay(data, name);
    String fault = "";
    Path session = isSession ? data.resolve("log").resolve(name) : namespace.resolve("log");
    if (!isSession) {
      fault = read(config, name, session);
    }
    SessionReplay replay =
        new SessionReplay(
            session,
            pace,
            ReplayTimes.parse(session, from, Long.MIN_VALUE),
            ReplayTimes.parse(session, to, Long.MAX_VALUE));
    Digest digest = run(config, namespace, replay);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("session", name);
    Console.add(fields, replay.tally());
    Map<String, Long> derived = new LinkedHashMap<>();
    digest.counts().forEach((kind, count) -> derived.put(kind.text(), count));
    fields.put("derived", derived);
    fields.put("digest", digest.hex());
    fields.put("fault", fault);
    Console console = new Console(shared.json, 0);
    console.result(fields);
    if (serving != null) {
      console.note("The replay stays on " + url + " until Ctrl-C.");
      Thread.currentThread().join();
    }
    if (!fault.isEmpty()) {
      console.note("truetape: " + fault);
      return 1;
    }
    return 0;
  }

  private @Nullable Serving serving;
  private String url = "";

  private Digest run(Config config, Path namespace, SessionReplay replay) {
    Console console = new Console(shared.json, 0);
    RulesActivated inForce = Shared.rules(config, rules);
    List<EventSink> sinks = new ArrayList<>();
    ReplayHealth health = new ReplayHealth(replay, inForce);
    if (!noStore || serve) {
      Serving opened =
          new Serving(
              namespace.resolve("store"),
              namespace,
              namespace.resolve("lake"),
              config,
              health::now,
              !serve);
      health.pulse(opened.pulse());
      sinks.add(opened.writer());
      if (serve) {
        sinks.add(opened.hub());
        sinks.add(opened.pulse());
        int chosen = port == null ? config.server().port() : port;
        url = opened.serve(config, chosen, health::now, inForce).url();
        console.note("REPLAY on " + url);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(opened::close));
        serving = opened;
      }
      try {
        return replay.run(SessionClock.standard(), shards(config), sinks, console::progress);
      } finally {
        if (!serve) {
          opened.close();
        }
        console.endProgress();
      }
    }
    Digest digest = replay.run(SessionClock.standard(), shards(config), sinks, console::progress);
    console.endProgress();
    return digest;
  }

  private String read(Config config, String name, Path session) {
    List<Path> files = sources.stream().map(Path::of).toList();
    if (files.size() == 1 && !Files.exists(files.getFirst())) {
      throw new BadInput(
          "\""
              + sources.getFirst()
              + "\" is neither a session nor a file; sessions: "
              + DataFolder.sessions(shared.data(config)));
    }
    FileFeed feed = FileFeeds.open(files);
    Console console = new Console(shared.json, feed.totalBytes());
    FileImport done =
        FileImport.run(
            session,
            name,
            feed,
            Shared.rules(config, rules),
            config.log().plan().with(io.truetape.engine.log.LogPlan.Fsync.NEVER),
            SessionClock.standard(),
            1,
            new Baselines(session.resolve("baselines")),
            (_, _) -> {},
            tally -> console.progress(tally.total(), feed.readBytes()));
    console.endProgress();
    return done.fault();
  }

  private int shards(Config config) {
    return shards == null ? config.run().shards() : shards;
  }

  private double pace() {
    if (speed.equals("max")) {
      return 0;
    }
    try {
      double times = Double.parseDouble(speed);
      if (times > 0 && times <= 100_000) {
        return times;
      }
    } catch (NumberFormatException e) {
      throw new BadInput("--speed " + speed + ": expected max, or a number above 0");
    }
    throw new BadInput("--speed " + speed + ": expected max, or a number from 0 to 100000");
  }

  /// Health of a replay whose pulse is known only after its store was opened.
  private static final class ReplayHealth {
    private final SessionReplay replay;
    private final RulesActivated rules;
    private volatile io.truetape.app.ops.Pulse pulse = new io.truetape.app.ops.Pulse();

    ReplayHealth(SessionReplay replay, RulesActivated rules) {
      this.replay = replay;
      this.rules = rules;
    }

    void pulse(io.truetape.app.ops.Pulse known) {
      pulse = known;
    }

    io.truetape.server.view.HealthReport now() {
      return new ReplayShow(replay, pulse, rules).health();
    }
  }
}
