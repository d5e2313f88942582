package io.truetape.engine.log;

/// How a log is written. These are limits of the machine, not of the meaning: no rule is here.
///
/// | component | meaning |
/// |---|---|
/// | `segmentBytes` | a segment is closed when it passes this |
/// | `commitNanos`, `commitBytes` | a group commit happens when either is reached |
/// | `fsync` | what a commit promises |
public record LogPlan(long segmentBytes, long commitNanos, int commitBytes, Fsync fsync) {

  /// What is promised when a commit returns.
  public enum Fsync {
    /// On the device: survives a power cut.
    COMMIT,
    /// With the operating system, on the device once a second: survives the process.
    SECOND,
    /// With the operating system only.
    NEVER
  }

  public LogPlan {
    if (segmentBytes < 4_096 || segmentBytes > 1L << 30) {
      throw new IllegalArgumentException("segmentBytes " + segmentBytes + ": 4 KiB to 1 GiB");
    }
    if (commitBytes < 1 || commitBytes > 64 << 20 || commitNanos < 0) {
      throw new IllegalArgumentException("commit of " + commitBytes + " bytes: 1 to 64 MiB");
    }
  }

  /// 256 MiB segments; commit every 5 ms or 4 MiB, on the device.
  public static LogPlan standard() {
    return new LogPlan(256L << 20, 5_000_000L, 4 << 20, Fsync.COMMIT);
  }

  public LogPlan with(Fsync policy) {
    return new LogPlan(segmentBytes, commitNanos, commitBytes, policy);
  }
}
