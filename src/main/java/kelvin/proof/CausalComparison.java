package kelvin.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kelvin.inference.Cancellation;
import kelvin.inference.ModelRuns;
import kelvin.inference.ProofResult.FaultKind;

/// Changes all tokens from a cut on and compares the rows before it. This tests all distances: each
/// row before the cut could see each token after it.
final class CausalComparison implements Comparison {

  private static final About ABOUT =
      new About(
          "causal at length",
          "Are the logits before each of several cuts independent of all tokens after it?",
          FaultKind.CAUSAL);

  private final ModelRuns runs;
  private final ReferenceRows reference;
  private final int[] ids;
  private final int cut;

  private CausalComparison(ModelRuns runs, ReferenceRows reference, int[] ids, int cut) {
    this.runs = runs;
    this.reference = reference;
    this.ids = ids;
    this.cut = cut;
  }

  static List<Comparison> all(ModelRuns runs, ProofText text, ReferenceRows reference) {
    var abilities = runs.abilities();
    var comparisons = new ArrayList<Comparison>();
    if (!abilities.takesSeveral() || !abilities.allRows()) {
      return comparisons;
    }
    for (int cut : cuts(text.length())) {
      comparisons.add(new CausalComparison(runs, reference, text.changedFrom(cut), cut));
    }
    return comparisons;
  }

  /// Places near both ends, in both halves and around the middle.
  private static Set<Integer> cuts(int length) {
    var cuts = new TreeSet<Integer>();
    for (int cut = 1; cut < length / 2; cut *= 2) {
      cuts.add(cut);
    }
    for (int cut :
        List.of(
            3, length / 2, length / 2 + 1, length * 3 / 4, length - 8, length - 2, length - 1)) {
      if (cut > 0 && cut < length) {
        cuts.add(cut);
      }
    }
    return cuts;
  }

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Finding run(Cancellation cancellation) {
    var rows = new RowComparison(reference, runs.abilities());
    runs.crop(0);
    runs.run(
        ids,
        (position, row) -> {
          if (position < cut) {
            rows.add(position, row);
          }
        },
        cancellation);
    return Finding.of(rows);
  }
}
