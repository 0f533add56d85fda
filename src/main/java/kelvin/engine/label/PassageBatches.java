package kelvin.engine.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kelvin.inference.BatchRuns;

/// Chooses the passages that run together, by the measured times of runs.
///
/// Neighbours share a beginning, which is run once. The rest of each is a text of the batch, so
/// tokens that only some of them share are run again. That is worth it as long as reading the
/// weights takes longer.
final class PassageBatches {

  /// A request stops a batch, which then begins anew. So batches are short: a fifth of a second, or
  /// the time of two single runs on a slow model.
  private static final double MAX_SECONDS = 0.2;

  private static final int MAX_RUNS = 2;
  private static final int MAX_PASSAGES = 256;

  /// A batch must be clearly faster, because estimates are rough.
  private static final double MAX_SHARE = 0.9;

  private final BatchRuns runs;
  private final PassageOrder order;

  /// The tokens whose states the model keeps.
  private int[] held = new int[0];

  PassageBatches(BatchRuns runs, PassageOrder order) {
    this.runs = runs;
    this.order = order;
  }

  /// Notes that a passage was run alone.
  void ranAlone(int index) {
    if (order.cost(index) > 0) {
      held = order.get(index).idsToRun();
    }
  }

  /// Notes that a group was run.
  void ran(PassageGroup group) {
    if (!PassageGroup.begins(held, group.beginning())) {
      held = group.beginning();
    }
  }

  /// The passages from `from` on that are best run together; none if one by one is faster.
  Optional<PassageGroup> next(int from) {
    var passages = new ArrayList<Passage>();
    var texts = new ArrayList<int[]>();
    var first = order.get(from).idsToRun();
    int common = runs.sharesBeginning() ? first.length : 0;
    int heldCount = commonPrefix(held, first);
    double alone = 0;
    double least = MAX_SHARE;
    Optional<PassageGroup> best = Optional.empty();
    int end = Math.min(order.size(), from + MAX_PASSAGES);
    for (int i = from; i < end; i++) {
      var passage = order.get(i);
      passages.add(passage);
      add(texts, passage.idsToRun());
      common = Math.min(commonPrefix(first, passage.idsToRun()), common);
      common = Math.min(common, passage.from() - 1);
      int begin = common;
      int longest = texts.stream().mapToInt(text -> text.length - begin).max().orElse(1);
      alone += secondsAlone(i, i == from ? heldCount : -1);
      double together =
          runs.secondsOfBatch(common, texts.size(), longest) + seconds(common - heldCount);
      if (texts.size() > runs.maxTexts(common, longest) || together > limit(from)) {
        break;
      }
      if (texts.size() > 1 && together < least * alone) {
        least = together / alone;
        best =
            Optional.of(
                new PassageGroup(
                    List.copyOf(passages), Arrays.copyOf(first, common), List.copyOf(texts)));
      }
    }
    return best;
  }

  private double limit(int from) {
    return Math.max(MAX_SECONDS, MAX_RUNS * seconds(order.cost(from)));
  }

  /// @param known the number of tokens of the passage that need not run; −1 if the passage before
  ///     it is run alone, too
  private double secondsAlone(int index, int known) {
    int cost = order.cost(index);
    return seconds(cost == 0 || known < 0 ? cost : order.get(index).idsToRun().length - known);
  }

  private double seconds(int tokens) {
    return tokens <= 0 ? 0 : runs.secondsOfRun(tokens);
  }

  /// Adds a text, unless it is the beginning of another; removes one that is its beginning.
  private static void add(List<int[]> texts, int[] ids) {
    for (int t = 0; t < texts.size(); t++) {
      if (PassageGroup.begins(texts.get(t), ids)) {
        return;
      }
      if (PassageGroup.begins(ids, texts.get(t))) {
        texts.set(t, ids);
        return;
      }
    }
    texts.add(ids);
  }

  private static int commonPrefix(int[] some, int[] others) {
    int mismatch = Arrays.mismatch(some, others);
    return mismatch < 0 ? Math.min(some.length, others.length) : mismatch;
  }
}
