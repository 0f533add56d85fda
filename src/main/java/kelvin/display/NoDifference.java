package kelvin.display;

/// The rule that says when probabilities count as the same: a change of less than 0.001 % is the
/// rounding of another way to run the model, and not worth a bar or a word.
public final class NoDifference {

  /// The words for numbers that count as the same.
  public static final String AGREE = "agree to 0.001 %";

  private static final double LEAST = 1e-5;

  private NoDifference() {}

  /// @param change of a probability or of a share, signed or not
  public static boolean is(double change) {
    return Math.abs(change) < LEAST;
  }
}
