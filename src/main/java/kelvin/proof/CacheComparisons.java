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
  private static final int CROPS = 8;

  private final ModelRuns runs;
  private final ProofText text;
  private final ReferenceRows reference;

  CacheComparisons(ModelRuns runs, ProofText text, ReferenceRows reference) {
    this.runs = runs;
    this.text = text;
    this.reference = reference;
  }

  List<Comparison> all() {
    var comparisons = new ArrayList<Comparison>();
    if (!runs.abilities().caches()) {
      return comparisons;
    }
    if (runs.abilities().takesSeveral()) {
      comparisons.add(
          comparison(
              "steps at length",
              "Do tokens that are run one by one get the same logits as in one run?",
              (rows, cancellation) -> step(0, text.length(), rows, cancellation)));
    }
    if (runs.abilities().continues()) {
      comparisons.add(
          comparison(
              "chunks at length",
              "Do tokens that are run in random portions get the same logits as in one run?",
              this::runInChunks));
    }
    comparisons.add(
        comparison(
            "crops at length",
            "Do tokens after a cache that was shortened get the same logits as in one run?",
            this::runAfterCrops));
    return comparisons;
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

  /// Replaces the end of the text again and again. Each time the states before it are kept, and
  /// moved or copied as the cache needs it.
  private void runAfterCrops(RowComparison rows, Cancellation cancellation) {
    var random = new SplittableRandom(SEED + 1);
    runs.crop(0);
    advance(0, text.length(), rows, cancellation);
    for (int i = 0; i < CROPS; i++) {
      int keep = runs.crop(random.nextInt(1, text.length()));
      var other = text.changedFrom(keep);
      int end = Math.min(text.length(), keep + random.nextInt(1, MAX_CHUNK));
      runOther(other, keep, end, cancellation);
      int kept = runs.crop(keep);
      advance(kept, Math.min(text.length(), kept + MAX_CHUNK), rows, cancellation);
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

  private void advance(int from, int to, RowComparison rows, Cancellation cancellation) {
    if (runs.abilities().continues()) {
      run(from, to, rows, cancellation);
    } else {
      step(from, to, rows, cancellation);
    }
  }

  private void step(int from, int to, RowComparison rows, Cancellation cancellation) {
    runs.crop(from);
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
