package kelvin.engine.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kelvin.distribution.TokenScore;
import kelvin.inference.BatchRuns;
import kelvin.inference.Cancellation;

/// Neighbours in the order of a sweep that run in one batch.
///
/// @param beginning the tokens that all share
/// @param texts the tokens of each text of the batch; a passage that is the beginning of another
///     has none of its own
@SuppressWarnings("ArrayRecordComponent") // lives for one run and is never compared
record PassageGroup(List<Passage> passages, int[] beginning, List<int[]> texts) {

  /// Returns whether `ids` begin with `start`.
  static boolean begins(int[] ids, int[] start) {
    int mismatch = Arrays.mismatch(ids, start);
    return mismatch < 0 || mismatch == start.length;
  }

  /// The scores of each passage's last tokens.
  List<List<TokenScore>> score(BatchRuns runs, Cancellation cancellation) {
    var scores = new ArrayList<List<TokenScore>>();
    var byText = new ArrayList<List<Integer>>();
    texts.forEach(_ -> byText.add(new ArrayList<>()));
    for (int i = 0; i < passages.size(); i++) {
      scores.add(new ArrayList<>());
      byText.get(textOf(passages.get(i))).add(i);
    }
    var tails = new ArrayList<BatchRuns.Tail>();
    for (int t = 0; t < texts.size(); t++) {
      int first = byText.get(t).stream().mapToInt(i -> firstRow(i)).min().orElse(0);
      var ids = Arrays.copyOfRange(texts.get(t), beginning.length, texts.get(t).length);
      tails.add(new BatchRuns.Tail(ids, first));
    }
    runs.run(
        beginning,
        tails,
        (text, index, row) -> {
          for (int i : byText.get(text)) {
            var ids = passages.get(i).ids();
            int next = beginning.length + index + 1;
            if (index >= firstRow(i) && next < ids.length) {
              scores.get(i).add(TokenScore.of(row, ids[next]));
            }
          }
        },
        cancellation);
    return scores;
  }

  /// The first row that a passage needs, as an index after the beginning.
  private int firstRow(int index) {
    return passages.get(index).from() - 1 - beginning.length;
  }

  private int textOf(Passage passage) {
    var run = passage.idsToRun();
    for (int t = 0; t < texts.size(); t++) {
      if (begins(texts.get(t), run)) {
        return t;
      }
    }
    throw new IllegalStateException("a passage has no text");
  }
}
