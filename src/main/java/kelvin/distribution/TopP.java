package kelvin.distribution;

/// Keeps the nucleus: the tokens with less than p of the mass strictly above them (Holtzman et
/// al., "The Curious Case of Neural Text Degeneration", 2019).
///
/// The token that crosses p is in, and so is always rank 1. Ties are cut by token id.
///
/// @param p in [0, 1]
public record TopP(double p) implements TruncationStage {

  public TopP {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("top-p must be between 0 and 1, was " + p);
    }
  }

  @Override
  public String name() {
    return "top-p";
  }

  @Override
  public int keep(Distribution scaled, int kept) {
    return scaled.countWithLessAbove(p, kept);
  }
}
