package kelvin.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kelvin.distribution.Logits;
import kelvin.distribution.TokenScore;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;

/// Scores every token of a context and gives the logits at any position. Runs the model only for
/// the tokens that differ from the last context.
///
/// Use it from one thread at a time. After a cancellation the results so far are kept.
public final class ContextScorer {

  private final LanguageModel model;
  private final RowStore rows;

  /// The part of the context whose scores are known.
  private int[] ids = new int[0];

  /// `scores.get(i)` is the score of token i + 1, because the first token has none; empty where the
  /// model has no row.
  private final List<Optional<TokenScore>> scores = new ArrayList<>();

  public ContextScorer(LanguageModel model) {
    this(model, new RowMemory());
  }

  /// @param memory for the rows, which other contexts may share
  ContextScorer(LanguageModel model, RowMemory memory) {
    this.model = model;
    rows = new RowStore(memory);
  }

  /// Scores `tokenIds`. Then `scores()` and `logProbabilities()` refer to these tokens.
  ///
  /// @param position the position whose logits are returned, 0-based
  public Logits score(int[] tokenIds, int position, Cancellation cancellation) {
    if (position < 0 || position >= tokenIds.length) {
      throw new IllegalArgumentException(
          "position " + position + " of " + tokenIds.length + " tokens");
    }
    var known = model.rows(tokenIds);
    keepCommonPrefix(tokenIds);
    skipTo(known.from(), tokenIds.length);
    scoreFromStoredRow(tokenIds);
    int last = known.to() - 1;
    int firstMissing = Math.min(scores.size(), tokenIds.length - 1);
    if (firstMissing < last || (firstMissing == last && !rows.holds(last))) {
      model.run(
          Arrays.copyOf(tokenIds, last + 1),
          firstMissing,
          (at, row) -> accept(tokenIds, at, row),
          cancellation);
    }
    skipTo(tokenIds.length, tokenIds.length);
    ids = tokenIds.clone();
    return rows.at(position).orElseGet(() -> runAgain(position, cancellation));
  }

  private void keepCommonPrefix(int[] tokenIds) {
    int mismatch = Arrays.mismatch(ids, tokenIds);
    int common = mismatch < 0 ? tokenIds.length : mismatch;
    ids = Arrays.copyOf(tokenIds, common);
    // The row at the last common position is still valid: it depends only on the tokens up to
    // there.
    rows.dropFrom(common);
    while (scores.size() > Math.max(0, common - 1)) {
      scores.removeLast();
    }
  }

  /// Notes that the rows before a position give no scores, unless they have given them.
  private void skipTo(int position, int length) {
    while (scores.size() < Math.min(position, length - 1)) {
      scores.add(Optional.empty());
    }
  }

  /// Often only the next token differs, and its row is still stored: then no run is needed.
  private void scoreFromStoredRow(int[] tokenIds) {
    while (scores.size() < tokenIds.length - 1) {
      var row = rows.rawAt(scores.size());
      if (row.isEmpty()) {
        return;
      }
      scores.add(Optional.of(TokenScore.of(row.get(), tokenIds[scores.size() + 1])));
    }
  }

  private void accept(int[] tokenIds, int position, float[] row) {
    rows.put(position, row);
    if (position == scores.size() && position + 1 < tokenIds.length) {
      scores.add(Optional.of(TokenScore.of(row, tokenIds[position + 1])));
    }
    // Rows that have arrived stay known even if the run is cancelled.
    if (position >= ids.length) {
      ids = Arrays.copyOf(tokenIds, position + 1);
    }
  }

  /// Computes a row again that was dropped to save memory.
  private Logits runAgain(int position, Cancellation cancellation) {
    model.run(
        Arrays.copyOf(ids, position + 1), position, (at, row) -> rows.put(at, row), cancellation);
    return rows.at(position)
        .orElseThrow(() -> new IllegalStateException("no logits at position " + position));
  }

  /// The score of each token of the last context; empty for the first token, and where the model
  /// has no row.
  public List<Optional<TokenScore>> scores() {
    var all = new ArrayList<Optional<TokenScore>>(ids.length);
    for (int i = 0; i < ids.length; i++) {
      all.add(i == 0 ? Optional.empty() : scores.get(i - 1));
    }
    return all;
  }

  /// ln p of each of these tokens as the next token at each position of the last context. Returns
  /// one list for each token, indexed by position; NaN where the row was dropped or is too
  /// narrow. Does not run the model.
  ///
  /// A row's normaliser is derived from the score of the following token, so an additional token
  /// costs no exponential.
  public List<List<Double>> logProbabilities(List<Integer> tokenIds) {
    var byToken = new ArrayList<List<Double>>();
    tokenIds.forEach(_ -> byToken.add(new ArrayList<>(ids.length)));
    for (int position = 0; position < ids.length; position++) {
      var row = rows.rawAt(position);
      double logTotal = row.isEmpty() ? Double.NaN : logTotal(position, row.get());
      for (int i = 0; i < tokenIds.size(); i++) {
        int id = tokenIds.get(i);
        boolean known = row.isPresent() && id >= 0 && id < row.get().length;
        byToken.get(i).add(known ? row.get()[id] - logTotal : Double.NaN);
      }
    }
    return byToken;
  }

  /// ln Σ e^l of a row.
  private double logTotal(int position, float[] row) {
    if (position + 1 < ids.length && Float.isFinite(row[ids[position + 1]])) {
      return scores
          .get(position)
          .map(score -> row[ids[position + 1]] - score.logProbability())
          .orElseGet(() -> logTotal(row));
    }
    return logTotal(row);
  }

  private static double logTotal(float[] row) {
    int max = 0;
    for (int id = 1; id < row.length; id++) {
      max = row[id] > row[max] ? id : max;
    }
    return row[max] - TokenScore.of(row, max).logProbability();
  }
}
