package kelvin.engine.pair;

import java.util.Optional;
import kelvin.distribution.Logits;
import kelvin.engine.Context;
import kelvin.engine.ContextScorer;
import kelvin.engine.TextScore;
import kelvin.engine.pair.ModelComparison.Next;
import kelvin.engine.pair.ModelComparison.Question;
import kelvin.engine.pair.ModelComparison.Side;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import org.jspecify.annotations.Nullable;

/// A comparison of two models over a text, part by part, so that other work can run between.
///
/// Use it from the thread that runs both models. A part that is cancelled runs again at the next
/// call.
public abstract sealed class ComparisonRun {

  private ComparisonRun() {}

  /// Begins a comparison. Models that share their ids get the tokens of the first.
  ///
  /// @throws InferenceException when the text has one token
  public static ComparisonRun of(LoadedModel model, LoadedModel against, Question asked) {
    if (asked.context().length() < 2) {
      throw new InferenceException(
          "The text has one token, so there is nothing before a token to compare. Give a longer"
              + " text.");
    }
    return model.tokenizer().vocabulary().sharesIdsWith(against.tokenizer().vocabulary())
        ? new SameTokens(model, against, asked)
        : new OtherTokens(model, against, asked);
  }

  /// Runs the next part.
  ///
  /// @return whether there is more to do
  /// @throws InferenceException when the text is too long for a model
  /// @throws kelvin.inference.CancelledException if cancelled
  public abstract boolean runNext(Cancellation cancellation);

  /// The share that is done, in [0, 1].
  public abstract double progress();

  /// The comparison, once there is nothing more to do.
  public abstract ModelComparison result();

  /// Compares position by position.
  private static final class SameTokens extends ComparisonRun {

    private final LoadedModel model;
    private final LoadedModel against;
    private final Question asked;
    private final PairedScorer scorer;

    SameTokens(LoadedModel model, LoadedModel against, Question asked) {
      this.model = model;
      this.against = against;
      this.asked = asked;
      scorer =
          new PairedScorer(
              model.model(), against.model(), asked.context().toArray(), asked.draws());
    }

    @Override
    public boolean runNext(Cancellation cancellation) {
      return scorer.compareNext(cancellation);
    }

    @Override
    public double progress() {
      return scorer.progress();
    }

    @Override
    public ModelComparison result() {
      var text = scorer.text();
      int count = text.tokens().size();
      int bytes = ReadText.bytes(asked.context(), asked.text(), model.tokenizer());
      return new ModelComparison(
          new Side(
              model.descriptor(),
              new ReadText(count, text.logProbability(), bytes, scorer.tokensPerSecond())),
          new Side(
              against.descriptor(),
              new ReadText(
                  count, text.againstLogProbability(), bytes, scorer.againstTokensPerSecond())),
          Optional.of(text),
          Optional.empty());
    }
  }

  /// Compares bits per byte and the next character.
  private static final class OtherTokens extends ComparisonRun {

    private static final int SHOWN = 20;

    private final Reading model;
    private final Reading against;

    OtherTokens(LoadedModel model, LoadedModel against, Question asked) {
      this.model = new Reading(model, asked.context(), asked.text());
      this.against = new Reading(against, asked.againstContext(), asked.text());
    }

    @Override
    public boolean runNext(Cancellation cancellation) {
      if (model.next().isEmpty()) {
        model.read(cancellation);
        return true;
      }
      against.read(cancellation);
      return false;
    }

    @Override
    public double progress() {
      return ((model.next().isPresent() ? 1 : 0) + (against.next().isPresent() ? 1 : 0)) / 2.0;
    }

    @Override
    public ModelComparison result() {
      var own = model.next().orElseThrow();
      var other = against.next().orElseThrow();
      return new ModelComparison(
          model.side(),
          against.side(),
          Optional.empty(),
          Optional.of(new Next(own.beside(other, SHOWN), own.totalVariation(other))));
    }
  }

  /// One model's reading of the text, without the other model.
  private static final class Reading {

    private final LoadedModel loaded;
    private final Context context;
    private final String text;
    private final ContextScorer scorer;
    private @Nullable NextCharacters next;
    private long nanos;

    Reading(LoadedModel loaded, Context context, String text) {
      this.loaded = loaded;
      this.context = context;
      this.text = text;
      scorer = new ContextScorer(loaded.model());
    }

    Optional<NextCharacters> next() {
      return Optional.ofNullable(next);
    }

    /// Reads the text. After a cancellation it goes on where it stopped, and the time counts on.
    void read(Cancellation cancellation) {
      long begun = System.nanoTime();
      Logits last;
      try {
        last = scorer.score(context.toArray(), context.length() - 1, cancellation);
      } finally {
        nanos += System.nanoTime() - begun;
      }
      next = NextCharacters.of(last.toArray(), loaded.tokenizer().vocabulary());
    }

    Side side() {
      var score = TextScore.of(context.describe(loaded.tokenizer().vocabulary(), scorer.scores()));
      return new Side(
          loaded.descriptor(),
          new ReadText(
              score.count(),
              score.totalLogProbability(),
              ReadText.bytes(context, text, loaded.tokenizer()),
              context.length() / (nanos / 1e9)));
    }
  }
}
