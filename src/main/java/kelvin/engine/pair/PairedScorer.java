package kelvin.engine.pair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kelvin.distribution.Distribution;
import kelvin.distribution.Divergence;
import kelvin.distribution.Draw;
import kelvin.distribution.Logits;
import kelvin.distribution.TokenHistory;
import kelvin.distribution.TokenScore;
import kelvin.engine.PassageScorer;
import kelvin.engine.draw.DrawSteps;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;

/// Runs two models over the same tokens, one part of the text after the other, and compares their
/// rows of logits. Only the rows of one part are in memory at a time.
///
/// At each position both also draw a token, with the same sampling and random numbers, as if the
/// text had been drawn after its first token: the token at position 1 is that of step 0.
///
/// The two models give the same token the same id. Use it from one thread at a time. A part that is
/// cancelled runs again at the next call.
public final class PairedScorer {

  /// The logits that one model gives for a part, in bytes.
  private static final long PART_BYTES = 64L << 20;

  private static final int MIN_ROWS = 16;

  private final Timed model;
  private final Timed against;
  private final DrawSteps.Settings settings;
  private final DrawSteps draws;
  private final DrawSteps againstDraws;
  private final int[] ids;
  private final List<PairedToken> tokens = new ArrayList<>();
  private double omitted;

  /// The position before the next token to compare.
  private int start;

  private int part = MIN_ROWS;

  /// @param ids the whole context
  /// @param settings how both draw
  public PairedScorer(
      LanguageModel model, LanguageModel against, int[] ids, DrawSteps.Settings settings) {
    this.model = new Timed(model);
    this.against = new Timed(against);
    this.settings = settings;
    draws = new DrawSteps(settings);
    againstDraws = new DrawSteps(settings);
    this.ids = ids.clone();
  }

  /// Compares what both say about each token of the next part. The first token of the context has
  /// nothing before it and is left out.
  ///
  /// @return whether there is more to do
  /// @throws kelvin.inference.ContextOverflowException when it is longer than a model's context
  /// @throws kelvin.inference.CancelledException if cancelled
  public boolean compareNext(Cancellation cancellation) {
    if (start >= ids.length - 1) {
      return false;
    }
    int end = Math.min(ids.length - 1, start + part);
    var rows = model.rows(ids, start, end, cancellation);
    var others = against.rows(ids, start, end, cancellation);
    for (int i = 0; i < rows.size(); i++) {
      int position = start + i + 1;
      tokens.add(compare(position, rows.get(i), others.get(i)));
      omitted = Math.max(omitted, omittedMass(rows.get(i), others.get(i)));
    }
    part = rowsOfAPart(rows.getFirst().length);
    start = end;
    return start < ids.length - 1;
  }

  /// The share of the tokens that are done, in [0, 1].
  public double progress() {
    return ids.length < 2 ? 1 : start / (ids.length - 1.0);
  }

  /// The tokens that are compared so far.
  public PairedText text() {
    return new PairedText(tokens, omitted, settings);
  }

  private static int rowsOfAPart(int width) {
    return (int) Math.max(MIN_ROWS, PART_BYTES / (4L * width));
  }

  private PairedToken compare(int position, float[] row, float[] other) {
    int id = ids[position];
    int width = Math.min(row.length, other.length);
    var p = distribution(row, width);
    var q = distribution(other, width);
    return new PairedToken(
        position,
        id,
        Divergence.between(p, q),
        p.logits().rankOf(q.logits().tokenAtRank(1)),
        logProbability(row, id),
        logProbability(other, id),
        draw(position, whole(row, p), whole(other, q)));
  }

  /// The logits of a row, ranked once where the other model has as many.
  private static Logits whole(float[] row, Distribution shared) {
    return row.length == shared.logits().count() ? shared.logits() : Logits.owning(row);
  }

  private PairedDraw draw(int position, Logits logits, Logits other) {
    var before = TokenHistory.of(Arrays.copyOf(ids, position), 1);
    var drawn = draw(draws, logits, before, ids[position]);
    var otherDrawn = draw(againstDraws, other, before, ids[position]);
    return new PairedDraw(drawn.u(), drawn.tokenId(), otherDrawn.tokenId());
  }

  private static Draw draw(DrawSteps steps, Logits logits, TokenHistory before, int taken) {
    var distribution = steps.distribution(logits, before);
    var draw = steps.draw(distribution);
    steps.take(distribution, taken);
    return draw;
  }

  private static Distribution distribution(float[] row, int width) {
    return Distribution.of(Logits.owning(Arrays.copyOf(row, width)), 1);
  }

  private static double logProbability(float[] row, int id) {
    return id < row.length ? TokenScore.of(row, id).logProbability() : Double.NEGATIVE_INFINITY;
  }

  /// The probability of the ids that only the wider row has.
  private static double omittedMass(float[] row, float[] other) {
    if (row.length == other.length) {
      return 0;
    }
    var wider = row.length > other.length ? row : other;
    var whole = distribution(wider, wider.length);
    double sum = 0;
    for (int id = Math.min(row.length, other.length); id < wider.length; id++) {
      sum += whole.probabilityOfToken(id);
    }
    return sum;
  }

  /// The tokens that the first model read in a second; NaN before any.
  public double tokensPerSecond() {
    return model.tokensPerSecond();
  }

  /// The tokens that the other model read in a second; NaN before any.
  public double againstTokensPerSecond() {
    return against.tokensPerSecond();
  }

  /// A model and the time that its runs took.
  private static final class Timed {

    private final LanguageModel model;
    private long tokens;
    private long nanos;

    Timed(LanguageModel model) {
      this.model = model;
    }

    /// @return the rows of the positions from `start` to `end` − 1
    List<float[]> rows(int[] ids, int start, int end, Cancellation cancellation) {
      var rows = new ArrayList<float[]>();
      int first = PassageScorer.firstToRun(start, end);
      long begun = System.nanoTime();
      model.run(
          Arrays.copyOf(ids, end),
          first,
          (position, row) -> {
            if (position >= start) {
              rows.add(row.clone());
            }
          },
          cancellation);
      nanos += System.nanoTime() - begun;
      tokens += end - first;
      return rows;
    }

    double tokensPerSecond() {
      return tokens / (nanos / 1e9);
    }
  }
}
