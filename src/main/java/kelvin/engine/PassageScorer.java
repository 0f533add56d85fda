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
      int first = next - 1;
      model.run(
          Arrays.copyOf(ids, ids.length - 1),
          firstToRun(first, ids.length - 1),
          (position, row) -> {
            rows.put(position, row);
            if (position >= known.length) {
              known = Arrays.copyOf(ids, position + 1);
            }
            if (position >= first) {
              scores.add(TokenScore.of(row, ids[position + 1]));
            }
          },
          cancellation);
    }
    return scores;
  }

  /// A run never has a single token where it can have two: kernels for one row add in another
  /// order than those for many, and the scores would differ in the ninth digit from those of the
  /// whole text run at once.
  ///
  /// @param first the first position whose row is wanted
  /// @param end the position behind the last
  public static int firstToRun(int first, int end) {
    return end - first == 1 && first > 0 ? first - 1 : first;
  }

  private void keepCommonPrefix(int[] ids) {
    int mismatch = Arrays.mismatch(known, ids);
    int common = mismatch < 0 ? ids.length : mismatch;
    known = Arrays.copyOf(ids, common);
    rows.dropFrom(common);
  }
}
