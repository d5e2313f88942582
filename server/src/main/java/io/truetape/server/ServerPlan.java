package io.truetape.server;

import java.nio.file.Path;
import java.util.Optional;

/// Where the server listens and what it allows.
///
/// | component | meaning |
/// |---|---|
/// | `host` | a loopback address; any other is refused until there is authentication and TLS |
/// | `port` | 0 picks a free one |
/// | `webFolder` | files of the page; empty means the class path's `/web`, if it is there |
/// | `requestsPerSecond`, `burst` | per client address |
/// | `maxBodyBytes` | of a request |
/// | `maxStreams` | WebSocket and event-stream clients together |
public record ServerPlan(
    String host,
    int port,
    Optional<Path> webFolder,
    int requestsPerSecond,
    int burst,
    int maxBodyBytes,
    int maxStreams) {
  /// The defaults on a port.
  public static ServerPlan loopback(int port) {
    return new ServerPlan("127.0.0.1", port, Optional.empty(), 500, 1_000, 65_536, 256);
  }
}
