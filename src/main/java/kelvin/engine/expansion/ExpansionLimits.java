package kelvin.engine.expansion;

/// The limits of an expansion. It ends at the first one that it reaches.
///
/// @param depth the number of tokens of a continuation, at least 1
/// @param mass the probability that the leaves must hold together, above 0 and at most 1
/// @param runs the maximum number of runs of the model, 0 or more
/// @param leaves the maximum number of leaves that are kept, at least 1
/// @param beam the number of beginnings that each step of a beam search keeps, which is made
///     afterwards for comparison and has no other limit; 0 for none
public record ExpansionLimits(int depth, double mass, int runs, int leaves, int beam) {

  public static final double DEFAULT_MASS = 0.95;
  public static final int DEFAULT_RUNS = 500;

  /// The maximum width of a beam.
  public static final int MAX_BEAM = 1000;

  /// Some ten megabytes.
  public static final int DEFAULT_LEAVES = 100_000;

  /// @throws IllegalArgumentException when a limit is out of range
  public ExpansionLimits {
    if (depth < 1) {
      throw new IllegalArgumentException("depth must be 1 or more, was " + depth);
    }
    if (!(mass > 0 && mass <= 1)) {
      throw new IllegalArgumentException("mass must be above 0 and at most 1, was " + mass);
    }
    if (runs < 0) {
      throw new IllegalArgumentException("runs must be 0 or more, was " + runs);
    }
    if (leaves < 1) {
      throw new IllegalArgumentException("leaves must be 1 or more, was " + leaves);
    }
    if (beam < 0 || beam > MAX_BEAM) {
      throw new IllegalArgumentException("beam must be 0 to " + MAX_BEAM + ", was " + beam);
    }
  }

  public ExpansionLimits(int depth, double mass, int runs, int leaves) {
    this(depth, mass, runs, leaves, 0);
  }

  public ExpansionLimits(int depth, double mass, int runs) {
    this(depth, mass, runs, DEFAULT_LEAVES);
  }

  /// The same with a beam search of this width, 0 for none.
  public ExpansionLimits withBeam(int width) {
    return new ExpansionLimits(depth, mass, runs, leaves, width);
  }
}
