package kelvin.engine.pair;

/// The tokens that two models draw after the same tokens, with the same sampling and the same
/// random numbers.
///
/// @param u the random number of both, in [0, 1); NaN if the draw uses none
/// @param id what the first model draws
/// @param againstId what the other one draws
public record PairedDraw(double u, int id, int againstId) {

  /// True if both draw the same token.
  public boolean agrees() {
    return id == againstId;
  }
}
