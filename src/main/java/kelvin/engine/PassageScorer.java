package kelvin.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kelvin.distribution.TokenScore;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;

/// Scores the last tokens of one sequence after the other, running the model only for what
/// differs from the last sequence.
///
/// The row after a sequence's last token is never computed, for nothing is scored by it.
/// Sequences in lexicographic order share the most: that is a walk through the trie of them all.
/// Used from one thread at a time.
public final class PassageScorer {

  private final LanguageModel model;
  private final RowStore rows = new RowStore();

  /// What the stored rows are about.
  private int[] known = new int[0];

  public PassageScorer(LanguageModel model) {
    this.model = model;
  }

  /// The scores of the tokens from `from` on.
  ///
  /// @param from 0-based, at least 1: the first token has nothing before it
  public List<TokenScore> score(int[] ids, int from, Cancellation cancellation) {
    if (from < 1 || from >= ids.length) {
      throw new IllegalArgumentException("from " + from + " of " + ids.length + " tokens");
    }
    keepCommonPrefix(ids);
    var scores = new ArrayList<TokenScore>();
    int next = from;
    while (next < ids.length && rows.holds(next - 1)) {
      scores.add(TokenScore.of(rows.rawAt(next - 1).orElseThrow(), ids[next]));
      next++;
    }
    if (next < ids.length) {
      model.run(
          Arrays.copyOf(ids, ids.length - 1),
          next - 1,
          (position, row) -> {
            rows.put(position, row);
            if (position >= known.length) {
              known = Arrays.copyOf(ids, position + 1);
            }
            scores.add(TokenScore.of(row, ids[position + 1]));
          },
          cancellation);
    }
    return scores;
  }

  private void keepCommonPrefix(int[] ids) {
    int mismatch = Arrays.mismatch(known, ids);
    int common = mismatch < 0 ? ids.length : mismatch;
    known = Arrays.copyOf(ids, common);
    rows.dropFrom(common);
  }
}
