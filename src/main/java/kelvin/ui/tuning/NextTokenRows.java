package kelvin.ui.tuning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kelvin.distribution.Distribution;
import kelvin.experiment.tuning.live.LiveState.Watched;
import kelvin.text.Vocabulary;
import kelvin.ui.plot.pair.PairBar;

/// Makes the rows of the next token before the training and now: the most probable tokens of both,
/// in the order of before so that rows stay where they are, and everything else in one row.
final class NextTokenRows {

  private static final int TOP = 6;

  private NextTokenRows() {}

  static List<PairBar> of(Watched watched, Vocabulary vocabulary) {
    var ids = new LinkedHashSet<Integer>();
    addTop(ids, watched.before());
    addTop(ids, watched.now());
    var rows = new ArrayList<PairBar>();
    double before = 0;
    double now = 0;
    for (int id : ids) {
      double a = watched.before().probabilityOfToken(id);
      double b = watched.now().probabilityOfToken(id);
      before += a;
      now += b;
      rows.add(new PairBar(vocabulary.visibleText(id), a, b, PairBar.Kind.PLAIN));
    }
    rows.add(
        new PairBar(
            "all other tokens", Math.max(0, 1 - before), Math.max(0, 1 - now), PairBar.Kind.REST));
    return rows;
  }

  private static void addTop(Set<Integer> ids, Distribution distribution) {
    for (int rank = 1; rank <= Math.min(TOP, distribution.count()); rank++) {
      ids.add(distribution.logits().tokenAtRank(rank));
    }
  }
}
