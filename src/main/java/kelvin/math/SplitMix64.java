package kelvin.math;

/// Generates random numbers from a counter: a pure function of (seed, step). Step 37 always has
/// the same number, whatever was undone, redone or skipped before.
///
/// The number of a step is the one that call `step + 1` to `new SplittableRandom(seed)` returns
/// (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
public final class SplitMix64 {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private SplitMix64() {}

  /// A uniform number in [0, 1) with 53 random bits.
  ///
  /// @param step 0-based
  public static double uniform(long seed, long step) {
    return (mix(seed + (step + 1) * GOLDEN_GAMMA) >>> 11) * 0x1.0p-53;
  }

  /// Mixes the bits: every bit of the result depends on every bit of `z`.
  static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
