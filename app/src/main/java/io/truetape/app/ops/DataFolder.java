package io.truetape.app.ops;

import io.truetape.app.config.SmallFile;
import io.truetape.engine.log.Segments;
import io.truetape.model.text.BadInput;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where everything is kept. One running Truetape per folder, held by a lock.
///
/// ```
/// log/SESSION/*.seg *.idx snapshots/ digests.ndjson     the truth, and what shortens the way to it
/// store/SESSION/store.duckdb  presets.sqlite              what queries read
/// replay/NAME/...                                       each replay in a namespace of its own
/// baselines/DAY.SESSION.tape                            what a day of recorded data left for later ones
/// rules/*.toml rules/active/SESSION.*  alert-rules.toml  one's own rules: docs/runbooks/rules.md
/// running                               the session that runs, while the folder is held
/// lake/flow/year=/month=/day=/*.parquet                 exports
/// ```
public final class DataFolder implements AutoCloseable {
  private static final String RUNNING = "running";

  private final Path root;
  private final FileChannel channel;
  private final FileLock lock;

  private DataFolder(Path root, FileChannel channel, FileLock lock) {
    this.root = root;
    this.channel = channel;
    this.lock = lock;
  }

  /// Opens the folder for this process alone, creating it if need be.
  public static DataFolder open(Path root) {
    try {
      Files.createDirectories(root);
      FileChannel channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new BadInput(
            "data folder "
                + root
                + " is in use by another Truetape; stop it, or name another"
                + " folder with --data");
      }
      return new DataFolder(root, channel, lock);
    } catch (IOException e) {
      throw new BadInput("cannot use data folder " + root + ": " + e.getMessage());
    }
  }

  /// Notes which session runs, for commands of other processes.
  void runs(String session) {
    SmallFile.replace(root.resolve(RUNNING), session);
  }

  /// The session that runs in this folder, if a Truetape holds it and said so.
  public static Optional<String> running(Path root) {
    Path lock = root.resolve("lock");
    Path note = root.resolve(RUNNING);
    if (!Files.exists(lock) || !Files.exists(note)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock held = tryLock(channel)) {
      return held == null ? Optional.of(SmallFile.text(note)) : Optional.empty();
    } catch (IOException e) {
      throw new BadInput("cannot look at " + lock + ": " + e.getMessage());
    }
  }

  public Path root() {
    return root;
  }

  public Path log(String session) {
    return root.resolve("log").resolve(checked(session));
  }

  public Path snapshots(String session) {
    return log(session).resolve("snapshots");
  }

  /// The store of a session.
  public Path store(String session) {
    return root.resolve("store").resolve(checked(session));
  }

  /// What sessions of this folder left behind for later ones.
  public Path baselines() {
    return root.resolve("baselines");
  }

  public Path lake() {
    return root.resolve("lake");
  }

  public Path replay(String name) {
    return root.resolve("replay").resolve(checked(name));
  }

  /// The store of a live session, or else of a replay of this name.
  public Path storeOf(String session) {
    Path live = store(session);
    Path stored = Files.isDirectory(live) ? live : replay(session).resolve("store");
    if (!Files.isDirectory(stored)) {
      throw new BadInput(
          "no stored session \"" + session + "\" in " + root + "; truetape replay stores one");
    }
    return stored;
  }

  /// Names of the sessions that have a log.
  public List<String> sessions() {
    return sessions(root);
  }

  /// The same without holding the folder.
  public static List<String> sessions(Path root) {
    Path logs = root.resolve("log");
    if (!Files.isDirectory(logs)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(logs)) {
      return folders.map(f -> f.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new BadInput("cannot list " + logs + ": " + e.getMessage());
    }
  }

  /// Deletes the logs of other sessions whose last segment is older than `days`; 0 deletes none.
  ///
  /// Answers the names of what went. A session's store and exports stay.
  public List<String> retire(int days, String current, Instant now) {
    List<String> gone = new ArrayList<>();
    for (String session : days == 0 ? List.<String>of() : sessions()) {
      Path log = log(session);
      List<Path> segments = Segments.of(log);
      try {
        if (!session.equals(current)
            && !segments.isEmpty()
            && Files.getLastModifiedTime(segments.getLast())
                .toInstant()
                .isBefore(now.minus(Duration.ofDays(days)))) {
          Folders.delete(log);
          gone.add(session);
        }
      } catch (IOException e) {
        throw new BadInput("cannot retire " + log + ": " + e.getMessage());
      }
    }
    return gone;
  }

  /// A session name is a plain file name.
  public static String checked(String session) {
    if (!session.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      throw new BadInput(
          "session \"" + session + "\": expected letters, digits, dot, dash or underscore");
    }
    return session;
  }

  private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel)
      throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new IllegalStateException("cannot release " + root, e);
    }
  }
}
