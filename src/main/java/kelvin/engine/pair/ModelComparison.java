package kelvin.engine.pair;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import kelvin.engine.Context;
import kelvin.engine.ContextScorer;
import kelvin.engine.TextScore;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelDescriptor;

/// Two models over one text.
///
/// @param text position by position; empty if the models have different tokens
/// @param next the next character after the text; empty if the models have the same tokens, whose
///     distributions say more
public record ModelComparison(
    Side model, Side against, Optional<PairedText> text, Optional<Next> next) {

  private static final int SHOWN = 20;

  /// One of the models, and what the text costs it.
  public record Side(ModelDescriptor descriptor, ReadText read) {

    /// The bytes of its graph and weights on disk.
    public long fileBytes() {
      return descriptor.files().stream().mapToLong(ModelDescriptor.ModelFile::size).sum();
    }
  }

  /// The next character after the text.
  ///
  /// @param characters the most probable ones
  /// @param totalVariation ½ Σ |p − q| over all next characters
  public record Next(List<NextCharacters.Shared> characters, double totalVariation) {
    public Next {
      characters = List.copyOf(characters);
    }
  }

  /// A text as both models read it.
  ///
  /// @param text for the count of bytes
  /// @param context its tokens for the model
  /// @param againstContext its tokens for the other model
  public record Question(String text, Context context, Context againstContext) {}

  /// Runs both models over the text. Models that share their ids get the tokens of the first.
  ///
  /// @param progress gets the share that is done, in [0, 1]
  /// @throws kelvin.inference.InferenceException when the text is too long for one of them
  /// @throws kelvin.inference.CancelledException if cancelled
  public static ModelComparison of(
      LoadedModel model,
      LoadedModel against,
      Question asked,
      Cancellation cancellation,
      DoubleConsumer progress) {
    return model.tokenizer().vocabulary().sharesIdsWith(against.tokenizer().vocabulary())
        ? ofSameTokens(model, against, asked, cancellation, progress)
        : ofOtherTokens(model, against, asked, cancellation, progress);
  }

  private static ModelComparison ofSameTokens(
      LoadedModel model,
      LoadedModel against,
      Question asked,
      Cancellation cancellation,
      DoubleConsumer progress) {
    var scorer = new PairedScorer(model.model(), against.model(), cancellation);
    var text = scorer.compare(asked.context().toArray(), progress);
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

  private static ModelComparison ofOtherTokens(
      LoadedModel model,
      LoadedModel against,
      Question asked,
      Cancellation cancellation,
      DoubleConsumer progress) {
    var own = Reading.of(model, asked.context(), asked.text(), cancellation);
    progress.accept(0.5);
    var other = Reading.of(against, asked.againstContext(), asked.text(), cancellation);
    progress.accept(1);
    return new ModelComparison(
        new Side(model.descriptor(), own.read()),
        new Side(against.descriptor(), other.read()),
        Optional.empty(),
        Optional.of(
            new Next(
                own.next().beside(other.next(), SHOWN), own.next().totalVariation(other.next()))));
  }

  /// One model's reading of the text, without the other model.
  private record Reading(ReadText read, NextCharacters next) {

    static Reading of(LoadedModel loaded, Context context, String text, Cancellation cancellation) {
      var scorer = new ContextScorer(loaded.model());
      long begun = System.nanoTime();
      var last = scorer.score(context.toArray(), context.length() - 1, cancellation);
      double seconds = (System.nanoTime() - begun) / 1e9;
      var vocabulary = loaded.tokenizer().vocabulary();
      var score = TextScore.of(context.describe(vocabulary, scorer.scores()));
      return new Reading(
          new ReadText(
              score.count(),
              score.totalLogProbability(),
              ReadText.bytes(context, text, loaded.tokenizer()),
              context.length() / seconds),
          NextCharacters.of(last.toArray(), vocabulary));
    }
  }
}
