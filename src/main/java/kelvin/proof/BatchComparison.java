package kelvin.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import kelvin.inference.BatchRuns;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.InferenceException;
import kelvin.inference.ModelRuns;
import kelvin.inference.ProofResult.FaultKind;

/// Compares the rows of several texts in one run with those of single runs.
///
/// A difference is no fault of the model: batches are then not used. It may only be rounding, but
/// must be smaller than elsewhere, because scores in a batch must not depend on the other texts.
/// Graphs that quantise activations with one scale for a whole run fail here.
public final class BatchComparison implements Comparison {

  /// The name of the outcome.
  public static final String NAME = "batches";

  private static final About ABOUT =
      new About(
          NAME, "Do several texts in one run get the same logits as one by one?", FaultKind.CACHE);

  /// The allowed difference, as a share of the standard deviation of a row.
  private static final double TOLERANCE = 1e-4;

  /// Of large batches, only some texts are also run alone.
  private static final int COMPARED = 5;

  private static final int LONGEST = 9;

  private final ModelRuns runs;
  private final BatchRuns batches;
  private final int[] beginning;
  private final List<BatchRuns.Tail> tails;

  private BatchComparison(
      ModelRuns runs, BatchRuns batches, int[] beginning, List<BatchRuns.Tail> tails) {
    this.runs = runs;
    this.batches = batches;
    this.beginning = beginning;
    this.tails = tails;
  }

  /// Batches of several sizes, up to the largest, after short and long beginnings. In half of them,
  /// only the last row of each text is wanted.
  static List<Comparison> all(ModelRuns runs, ProofText text) {
    var comparisons = new ArrayList<Comparison>();
    int room = text.length() - LONGEST;
    if (runs.batches().isEmpty() || room < 1) {
      return comparisons;
    }
    var batches = runs.batches().get();
    for (int size : List.of(2, 3, 8, Integer.MAX_VALUE)) {
      for (int begin : batches.sharesBeginning() ? List.of(0, room / 3, room) : List.of(0)) {
        // The longest beginning alone has more than one text.
        boolean wanted = begin == 0 || (begin == room) == (size == 3);
        int longest = size > 8 ? 2 : LONGEST;
        int count = Math.min(size, batches.maxTexts(begin, longest));
        if (wanted && count > 1) {
          var random = new SplittableRandom(begin + 31L * count);
          var tails = tails(text, random, count, longest);
          if (size % 2 == 1) {
            tails.replaceAll(tail -> new BatchRuns.Tail(tail.ids(), tail.ids().length - 1));
          }
          comparisons.add(new BatchComparison(runs, batches, text.range(0, begin), tails));
        }
      }
    }
    return comparisons;
  }

  /// Tails of different lengths, all with other tokens.
  private static List<BatchRuns.Tail> tails(
      ProofText text, SplittableRandom random, int count, int longest) {
    var tails = new ArrayList<BatchRuns.Tail>();
    for (int i = 0; i < count; i++) {
      var ids = new int[1 + random.nextInt(longest)];
      Arrays.setAll(ids, _ -> text.vocabulary().get(random.nextInt(text.vocabulary().size())));
      tails.add(new BatchRuns.Tail(ids, 0));
    }
    return tails;
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
    try {
      return compare(cancellation);
    } catch (CancelledException e) {
      throw e;
    } catch (InferenceException | OutOfMemoryError _) {
      return new Finding(Double.NaN, OptionalInt.of(beginning.length + 1));
    }
  }

  private Finding compare(Cancellation cancellation) {
    var rows = new ArrayList<List<RowSample>>();
    tails.forEach(_ -> rows.add(new ArrayList<>()));
    batches.run(
        beginning, tails, (tail, _, row) -> rows.get(tail).add(RowSample.of(row)), cancellation);
    double largest = 0;
    boolean equal = true;
    int step = Math.ceilDiv(tails.size(), COMPARED);
    for (int t = 0; t < tails.size(); t++) {
      // The first and the last text are always among them.
      if (t % step != 0 && t != tails.size() - 1) {
        continue;
      }
      var alone = alone(tails.get(t).ids(), cancellation);
      int from = tails.get(t).from();
      for (int i = from; i < alone.size(); i++) {
        double difference = alone.get(i).difference(rows.get(t).get(i - from));
        largest = Math.max(largest, difference);
        equal &= difference <= alone.get(i).allowance(TOLERANCE);
      }
    }
    return new Finding(largest, equal ? OptionalInt.empty() : OptionalInt.of(beginning.length + 1));
  }

  /// The rows of a text in a run of its own after the beginning.
  private List<RowSample> alone(int[] tail, Cancellation cancellation) {
    int held = runs.crop(beginning.length);
    if (held < beginning.length) {
      runs.crop(0);
      runs.run(beginning, (_, _) -> {}, cancellation);
    }
    var rows = new ArrayList<RowSample>();
    runs.run(tail, (_, row) -> rows.add(RowSample.of(row)), cancellation);
    return rows;
  }
}
