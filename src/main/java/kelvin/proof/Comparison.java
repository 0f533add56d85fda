package kelvin.proof;

import java.util.OptionalInt;
import kelvin.inference.Cancellation;
import kelvin.inference.ProofResult.FaultKind;

/// Runs the text in another way and compares its rows.
interface Comparison {

  /// @param name such as `chunks at length`; comparisons of one name have one outcome together
  /// @param question the question that the comparison answers, one sentence
  record About(String name, String question, FaultKind fault) {}

  /// @param largest the largest |Δlogit|
  /// @param wrongLength the number of tokens at which the rows first differ, if they do
  record Finding(double largest, OptionalInt wrongLength) {

    static Finding of(RowComparison rows) {
      var wrongAt = rows.wrongAt();
      return new Finding(
          rows.largest(),
          wrongAt.isPresent() ? OptionalInt.of(wrongAt.getAsInt() + 1) : OptionalInt.empty());
    }
  }

  About about();

  /// Returns whether a difference is a fault of the model. If not, it only ends one way to run it.
  default boolean isEssential() {
    return true;
  }

  Finding run(Cancellation cancellation);
}
