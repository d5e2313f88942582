package io.truetape.feed.synthetic.market;

/// Seeded chance: xoshiro256++ started by splitmix64. Same seed, same throws, on every machine.
///
/// Not for secrets. Source: Blackman and Vigna, "Scrambled linear pseudorandom number generators".
public final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long s0;
  private long s1;
  private long s2;
  private long s3;
  private double spare;
  private boolean hasSpare;

  public Dice(long seed) {
    long state = seed;
    s0 = mix(state += GOLDEN);
    s1 = mix(state += GOLDEN);
    s2 = mix(state += GOLDEN);
    s3 = mix(state + GOLDEN);
  }

  /// Scrambles one number into another; used to derive seeds from labels.
  public static long mix(long x) {
    long z = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  public long next() {
    long result = Long.rotateLeft(s0 + s3, 23) + s0;
    long t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }

  /// In [0, 1), in steps of 2^-53.
  public double uniform() {
    return (next() >>> 11) * 0x1p-53;
  }

  public double between(double min, double max) {
    return min + (max - min) * uniform();
  }

  /// From 0 inclusive to `n` exclusive; `n` above 0. Bias below n / 2^32.
  public int below(int n) {
    return (int) (((next() >>> 32) * n) >>> 32);
  }

  /// From `min` to `max`, both inclusive.
  public int between(int min, int max) {
    return min + below(max - min + 1);
  }

  public boolean chance(double p) {
    return uniform() < p;
  }

  /// Standard normal, by the polar method.
  public double gaussian() {
    if (hasSpare) {
      hasSpare = false;
      return spare;
    }
    double u;
    double v;
    double s;
    do {
      u = 2 * uniform() - 1;
      v = 2 * uniform() - 1;
      s = u * u + v * v;
    } while (s >= 1 || s < 1e-300);
    double scale = Math.sqrt(-2 * StrictMath.log(s) / s);
    spare = v * scale;
    hasSpare = true;
    return u * scale;
  }

  /// Mean 1.
  public double exponential() {
    return -StrictMath.log(1 - uniform());
  }
}
