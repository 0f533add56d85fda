package kelvin.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kelvin.distribution.TokenScore;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;

/// Scores the last tokens of one sequence after another. Runs the model only for the tokens that
/// differ from the last sequence.
///
/// The row after the last token of a sequence is never computed, because no score needs it.
/// Sequences in lexicographic order share the longest prefixes: the order is a walk through their
/// trie. Use it from one thread at a time.
public final class PassageScorer {

  private final LanguageModel model;
  private final RowStore rows = new RowStore();

  /// The tokens of the stored rows.
  private int[] known = new int[0];

  public PassageScorer(LanguageModel model) {
    this.model = model;
  }

  /// Scores the tokens from index `from` on.
  ///
  /// @param from 0-based, at least 1, because the first token has no score
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

  /// Avoids runs of a single token where two are possible. Kernels for one row add in another
  /// order than those for many rows, so the scores would differ in the ninth digit from those of
  /// one run over the whole text.
  ///
  /// @param first the first position whose row is needed
  /// @param end the position after the last
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
