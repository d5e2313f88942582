package io.truetape.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Recorded vendor data, read where it lies and never copied.
///
/// The folder is `-Dtruetape.fixtures=...`, else `../shared/fixtures` beside the checkout. Without
/// it a test is skipped, and says so in one line.
public final class Fixtures {
  private Fixtures() {}

  /// The recorded file at `relative`, or a skipped test.
  public static Path file(String relative) {
    Path path = folder().resolve(relative);
    Assumptions.assumeTrue(
        Files.exists(path), () -> "skipped: no recorded vendor data at " + relative);
    return path;
  }

  private static Path folder() {
    String set = System.getProperty("truetape.fixtures", "");
    if (!set.isEmpty()) {
      return Path.of(set);
    }
    Path root = Path.of(System.getProperty("truetape.root", ".")).toAbsolutePath().normalize();
    return root.resolveSibling("shared").resolve("fixtures");
  }
}
