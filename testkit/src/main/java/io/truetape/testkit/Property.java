package io.truetape.testkit;

import java.util.SplittableRandom;

/// Seeded property checks: same seed and size, same case, on every machine.
///
/// A failure names the seed; `-Dseed=N` runs that one again.
public final class Property {
  private Property() {}

  /// What must hold for every generated case.
  @FunctionalInterface
  public interface Check {
    void accept(Gen gen) throws Exception;
  }

  /// A source of random choices of growing size.
  public record Gen(SplittableRandom random, int size) {
    /// From `min` inclusive to `max` inclusive.
    public int between(int min, int max) {
      return random.nextInt(min, max + 1);
    }

    /// From `min` inclusive to `max` inclusive.
    public long between(long min, long max) {
      return random.nextLong(min, max + 1);
    }

    public boolean chance(double p) {
      return random.nextDouble() < p;
    }

    @SafeVarargs
    public final <T> T oneOf(T... choices) {
      return choices[random.nextInt(choices.length)];
    }

    /// Printable text of at most `max` characters, with the odd non-ASCII one.
    public String text(int max) {
      StringBuilder out = new StringBuilder();
      for (int i = between(0, max); i > 0; i--) {
        out.append(chance(0.05) ? '\u00e9' : (char) between(32, 126));
      }
      return out.toString();
    }
  }

  /// Runs `check` over growing sizes; on failure finds the smallest size that still fails.
  public static void forAll(String name, int runs, Check check) {
    long base = Long.getLong("seed", 20_260_116L);
    for (int run = 0; run < runs; run++) {
      long seed = base + run * 0x9E3779B97F4A7C15L;
      int size = 1 + run * 100 / runs;
      Throwable failure = attempt(check, seed, size);
      if (failure == null) {
        continue;
      }
      int smallest = size;
      for (int s = 1; s < size; s++) {
        Throwable smaller = attempt(check, seed, s);
        if (smaller != null) {
          smallest = s;
          failure = smaller;
          break;
        }
      }
      throw new AssertionError(
          "%s failed at run %d: -Dseed=%d size=%d".formatted(name, run, seed, smallest), failure);
    }
  }

  private static @org.jspecify.annotations.Nullable Throwable attempt(
      Check check, long seed, int size) {
    try {
      check.accept(new Gen(new SplittableRandom(seed), size));
      return null;
    } catch (Exception | AssertionError t) {
      return t;
    }
  }
}
