package kelvin.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import kelvin.inference.Cancellation;
import kelvin.inference.ModelRuns;
import kelvin.inference.ProofResult.FaultKind;

/// Makes the comparisons of runs that continue from cached states with the reference.
final class CacheComparisons {

  private static final long SEED = 29;
  private static final int MAX_CHUNK = 40;
  private static final int STEPS = 32;
  private static final int CROPPED_TEXTS = 4;
  private static final int MAX_STEPS_AFTER_CROP = 8;

  private final ModelRuns runs;
  private final ProofText text;
  private final ReferenceRows reference;

  CacheComparisons(ModelRuns runs, ProofText text, ReferenceRows reference) {
    this.runs = runs;
    this.text = text;
    this.reference = reference;
  }

  /// The comparisons, in parts that are short enough to fit between two requests: a part that is
  /// cancelled begins anew.
  List<Comparison> all() {
    var comparisons = new ArrayList<Comparison>();
    if (!runs.abilities().caches()) {
      return comparisons;
    }
    for (int from = 0; from < text.length() && runs.abilities().takesSeveral(); from += STEPS) {
      int begin = from;
      comparisons.add(
          comparison(
              "steps at length",
              "Do tokens that are run one by one get the same logits as in one run?",
              (rows, cancellation) -> stepFrom(begin, rows, cancellation)));
    }
    if (runs.abilities().continues()) {
      comparisons.add(
          comparison(
              "chunks at length",
              "Do tokens that are run in random portions get the same logits as in one run?",
              this::runInChunks));
    }
    var random = new SplittableRandom(SEED + 1);
    for (int i = 0; i < CROPPED_TEXTS; i++) {
      var cuts = List.of(random.nextInt(1, text.length()), random.nextInt(1, text.length()));
      comparisons.add(
          comparison(
              "crops at length",
              "Do tokens after a cache that was shortened get the same logits as in one run?",
              (rows, cancellation) -> runAfterCrops(cuts, rows, cancellation)));
    }
    return comparisons;
  }

  /// Runs the beginning in one run, and the next tokens one by one.
  private void stepFrom(int from, RowComparison rows, Cancellation cancellation) {
    runs.crop(0);
    if (from > 0) {
      run(0, from, rows, cancellation);
    }
    step(from, Math.min(text.length(), from + STEPS), rows, cancellation);
  }

  private void runInChunks(RowComparison rows, Cancellation cancellation) {
    var random = new SplittableRandom(SEED);
    runs.crop(0);
    for (int at = 0; at < text.length(); ) {
      int end = Math.min(text.length(), at + random.nextInt(1, MAX_CHUNK));
      run(at, end, rows, cancellation);
      at = end;
    }
  }

  /// Replaces the end of the text twice. Each time the states before it are kept, and moved or
  /// copied as the cache needs it.
  private void runAfterCrops(List<Integer> cuts, RowComparison rows, Cancellation cancellation) {
    runs.crop(0);
    if (runs.abilities().takesSeveral()) {
      run(0, text.length(), rows, cancellation);
    } else {
      step(0, text.length(), rows, cancellation);
    }
    int count = runs.abilities().continues() ? MAX_CHUNK : MAX_STEPS_AFTER_CROP;
    for (int cut : cuts) {
      int keep = runs.crop(cut);
      var other = text.changedFrom(keep);
      runOther(other, keep, Math.min(text.length(), keep + count), cancellation);
      int kept = runs.crop(keep);
      int end = Math.min(text.length(), kept + count);
      if (runs.abilities().continues()) {
        run(kept, end, rows, cancellation);
      } else {
        step(kept, end, rows, cancellation);
      }
    }
  }

  private void runOther(int[] ids, int from, int to, Cancellation cancellation) {
    if (runs.abilities().continues()) {
      runs.run(Arrays.copyOfRange(ids, from, to), (_, _) -> {}, cancellation);
    } else {
      for (int i = from; i < to; i++) {
        runs.run(new int[] {ids[i]}, (_, _) -> {}, cancellation);
      }
    }
  }

  private void step(int from, int to, RowComparison rows, Cancellation cancellation) {
    for (int i = from; i < to; i++) {
      run(i, i + 1, rows, cancellation);
    }
  }

  private void run(int from, int to, RowComparison rows, Cancellation cancellation) {
    runs.run(text.range(from, to), rows::add, cancellation);
  }

  private Comparison comparison(
      String name, String question, BiConsumer<RowComparison, Cancellation> way) {
    return new Comparison() {
      @Override
      public About about() {
        return new About(name, question, FaultKind.CACHE);
      }

      @Override
      public Finding run(Cancellation cancellation) {
        var rows = new RowComparison(reference, runs.abilities());
        way.accept(rows, cancellation);
        return Finding.of(rows);
      }
    };
  }
}
