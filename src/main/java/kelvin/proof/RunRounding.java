package kelvin.proof;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.TreeMap;
import kelvin.inference.BatchRuns;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.InferenceException;
import kelvin.inference.ModelRuns;

/// The rounding of rows in a graph that quantises activations with one scale for a whole run.
///
/// It is measured by running another text beside the same text. A row cannot see the text beside
/// it, so all that changes is the scale, as when another token follows later.
final class RunRounding {

  /// The number of other texts that are tried. The rounding is their mean.
  private static final int OTHERS = 3;

  private static final Logger LOG = System.getLogger(RunRounding.class.getName());

  private final TreeMap<Integer, Double> shares = new TreeMap<>();

  private RunRounding() {}

  /// Measures the rounding of the rows of a text; none where the graph does not round by run or
  /// cannot run two such texts at once.
  ///
  /// @param reference the rows of the text in a run of its own
  static RunRounding of(
      ModelRuns runs, ProofText text, ReferenceRows reference, Cancellation cancellation) {
    var measured = new RunRounding();
    var batches = runs.batches();
    if (!runs.abilities().dynamic()
        || !runs.abilities().allRows()
        || batches.isEmpty()
        || batches.get().maxTexts(0, text.length()) < 2) {
      return measured;
    }
    try {
      for (int i = 0; i < OTHERS; i++) {
        measured.addRun(batches.get(), text, text.other(i), reference, cancellation);
      }
      return measured;
    } catch (CancelledException e) {
      throw e;
    } catch (InferenceException | OutOfMemoryError e) {
      // The comparison of batches finds that they cannot be used.
      LOG.log(Level.INFO, "rounding by run", e);
      return new RunRounding();
    }
  }

  private void addRun(
      BatchRuns batches,
      ProofText text,
      int[] beside,
      ReferenceRows reference,
      Cancellation cancellation) {
    var tails = List.of(new BatchRuns.Tail(text.ids(), 0), new BatchRuns.Tail(beside, 0));
    batches.run(
        new int[0],
        tails,
        (tail, position, row) -> {
          var expected = reference.row(position);
          if (tail == 0 && expected != null) {
            shares.merge(position, expected.share(RowSample.of(row)) / OTHERS, Double::sum);
          }
        },
        cancellation);
  }

  /// The rounding of a row, as a share of its standard deviation; 0 if it was not measured.
  double of(int position) {
    return shares.getOrDefault(position, 0.0);
  }
}
