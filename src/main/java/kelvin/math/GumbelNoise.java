package kelvin.math;

/// Generates standard Gumbel noise from a counter: a pure function of (seed, step, token id).
///
/// `g = −ln(−ln u)` with `u = ((z >>> 12) + ½) · 2^−52`, where z is a hash of the three. So u is
/// strictly between 0 and 1. With 53 bits, adding ½ could round up to 1 and give +∞.
public final class GumbelNoise {

  /// The upper bound of all noise.
  public static final double MAX = 36.75;

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final long ID_GAMMA = 0xD1B54A32D192ED03L;

  private final long base;

  /// @param step 0-based
  public GumbelNoise(long seed, long step) {
    base = SplitMix64.mix(seed + step * GOLDEN_GAMMA);
  }

  public double of(int tokenId) {
    return -StrictMath.log(-StrictMath.log(uniform(tokenId)));
  }

  /// Returns whether the noise of a token may exceed a bound, at the cost of one hash: `g ≤ −ln(1 −
  /// u)`, because −ln u is at least 1 − u.
  ///
  /// @param share `reach(bound)`
  public boolean canExceed(int tokenId, double share) {
    return 1 - uniform(tokenId) < share;
  }

  /// The share of noise values that `canExceed` cannot rule out for a bound, rounded up to be
  /// safe.
  public static double reach(double bound) {
    return StrictMath.exp(-bound) * (1 + 1e-9);
  }

  private double uniform(int tokenId) {
    long bits = SplitMix64.mix(base + (tokenId + 1L) * ID_GAMMA);
    return ((bits >>> 12) + 0.5) * 0x1.0p-52;
  }
}
