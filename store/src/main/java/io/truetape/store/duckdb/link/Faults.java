package io.truetape.store.duckdb.link;

import io.truetape.store.query.StoreFault;
import java.nio.file.Path;

/// Turns DuckDB's errors into ones that say what to do.
public final class Faults {
  private Faults() {}

  public static StoreFault opening(Path file, Exception e) {
    String text = String.valueOf(e.getMessage());
    if (text.contains("Could not set lock") || text.contains("Conflicting lock")) {
      return new StoreFault(
          file + " is in use by another process; stop it, or give this one another data folder", e);
    }
    return new StoreFault("cannot open " + file + ": " + firstLine(text), e);
  }

  public static StoreFault asking(Exception e) {
    return new StoreFault("the store could not answer: " + firstLine(e.getMessage()), e);
  }

  public static StoreFault writing(Exception e) {
    return new StoreFault("the store could not write: " + firstLine(e.getMessage()), e);
  }

  private static String firstLine(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "no reason given" : text.lines().findFirst().orElse("");
  }
}
