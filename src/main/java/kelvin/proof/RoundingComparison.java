package kelvin.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import kelvin.inference.BatchRuns;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.InferenceException;
import kelvin.inference.ModelRuns;
import kelvin.inference.ProofResult.FaultKind;

/// Measures the rounding of rows in a graph that quantises activations with one scale for a whole
/// run, for the comparisons after it.
///
/// It runs another text beside the text. A row cannot see the text beside it, so all that changes
/// is the scale, as when another token follows later.
final class RoundingComparison implements Comparison {

  private static final About ABOUT =
      new About(
          "rounding by run",
          "By how much does rounding change a row if another text is run beside its text?",
          FaultKind.CACHE);

  /// The number of other texts that are tried. The rounding is their mean.
  private static final int OTHERS = 3;

  private final BatchRuns batches;
  private final ReferenceRows reference;
  private final List<BatchRuns.Tail> texts;

  private RoundingComparison(
      BatchRuns batches, ReferenceRows reference, List<BatchRuns.Tail> texts) {
    this.batches = batches;
    this.reference = reference;
    this.texts = texts;
  }

  /// The measurements; none if the graph does not round by run, or if it cannot run two such texts
  /// at once.
  static List<Comparison> all(ModelRuns runs, ProofText text, ReferenceRows reference) {
    var comparisons = new ArrayList<Comparison>();
    var batches = runs.batches();
    if (!runs.abilities().dynamic()
        || batches.isEmpty()
        || batches.get().maxTexts(0, text.length()) < 2) {
      return comparisons;
    }
    for (int i = 0; i < OTHERS; i++) {
      var texts = List.of(new BatchRuns.Tail(text.ids(), 0), new BatchRuns.Tail(text.other(i), 0));
      comparisons.add(new RoundingComparison(batches.get(), reference, texts));
    }
    return comparisons;
  }

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public boolean isEssential() {
    return false;
  }

  @Override
  public Finding run(Cancellation cancellation) {
    double[] largest = {0};
    try {
      batches.run(
          new int[0],
          texts,
          (text, position, row) -> {
            var expected = reference.row(position);
            if (text == 0 && expected != null) {
              var sample = RowSample.of(row);
              reference.addRounding(position, expected.share(sample) / OTHERS);
              largest[0] = Math.max(largest[0], expected.difference(sample));
            }
          },
          cancellation);
      return new Finding(largest[0], OptionalInt.empty());
    } catch (CancelledException e) {
      throw e;
    } catch (InferenceException | OutOfMemoryError _) {
      // The rounding stays unknown, so the comparisons allow only the fixed share.
      return new Finding(Double.NaN, OptionalInt.of(1));
    }
  }
}
