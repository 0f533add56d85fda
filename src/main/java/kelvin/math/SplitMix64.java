package kelvin.math;

/// Counter-based random numbers: a pure function of (seed, step), so that undoing, redoing or
/// jumping to step 37 gives the number that step 37 always had.
///
/// The same numbers as `new SplittableRandom(seed)` asked `step + 1` times (Steele, Lea and Flood,
/// "Fast splittable pseudorandom number generators", 2014).
public final class SplitMix64 {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private SplitMix64() {}

  /// A uniform number in [0, 1) with 53 random bits.
  ///
  /// @param step 0-based
  public static double uniform(long seed, long step) {
    return (mix(seed + (step + 1) * GOLDEN_GAMMA) >>> 11) * 0x1.0p-53;
  }

  /// The finaliser: every bit of the result depends on every bit of `z`.
  static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
