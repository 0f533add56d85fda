package kelvin.ui.plot.bars;

import java.util.function.IntFunction;
import kelvin.distribution.Distribution;
import kelvin.distribution.Divergence;
import kelvin.distribution.ProbabilityShift;
import kelvin.ui.plot.Ghost;

/// The differences between a pinned distribution and the live one; immutable.
///
/// @param pinned the pinned distribution
/// @param live the live distribution at its temperature, before any cut
/// @param divergence from the pinned (p) to the live one (q)
/// @param shifts the tokens that changed most
/// @param tokenText returns the text to show for a token id
/// @param names the names of the two
public record DifferencePicture(
    Ghost pinned,
    Distribution live,
    Divergence divergence,
    ProbabilityShift.Largest shifts,
    IntFunction<String> tokenText,
    Names names) {

  /// The names of the two distributions.
  public record Names(String before, String after) {

    /// The names for a pinned distribution and the live one.
    public static final Names PINNED = new Names("pinned", "live");
  }

  /// More rows than any window has room for.
  private static final int SHIFTS = 64;

  /// Compares two distributions over the same tokens in a few passes over the whole vocabulary.
  public static DifferencePicture between(
      Ghost pinned, Distribution live, IntFunction<String> tokenText, Names names) {
    var before = pinned.scaled();
    return new DifferencePicture(
        pinned,
        live,
        Divergence.between(before, live),
        ProbabilityShift.between(before, live, SHIFTS),
        tokenText,
        names);
  }
}
