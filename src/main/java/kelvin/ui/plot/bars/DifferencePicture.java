package kelvin.ui.plot.bars;

import java.util.function.IntFunction;
import kelvin.distribution.Distribution;
import kelvin.distribution.Divergence;
import kelvin.distribution.ProbabilityShift;
import kelvin.ui.plot.Ghost;

/// How the live distribution differs from the pinned one; immutable.
///
/// @param pinned what was pinned
/// @param live the distribution at its temperature, before any cut
/// @param divergence from the pinned (p) to the live one (q)
/// @param shifts the tokens that changed most
/// @param tokenText what to write for a token id
/// @param names what the two are called
public record DifferencePicture(
    Ghost pinned,
    Distribution live,
    Divergence divergence,
    ProbabilityShift.Largest shifts,
    IntFunction<String> tokenText,
    Names names) {

  /// A word for each of the two.
  public record Names(String before, String after) {

    /// Of a distribution that was pinned and the one on show.
    public static final Names PINNED = new Names("pinned", "live");
  }

  /// More than any window has room for.
  private static final int SHIFTS = 64;

  /// Compares two distributions over the same tokens by some passes over the whole vocabulary.
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
