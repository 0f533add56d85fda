package kelvin.ui.playground;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kelvin.distribution.Draw;
import kelvin.distribution.InvalidLogitsException;
import kelvin.distribution.StepContext;
import kelvin.distribution.TokenHistory;
import kelvin.distribution.TokenScore;
import kelvin.distribution.TruncatedDistribution;
import kelvin.engine.ContextToken;
import kelvin.engine.ContextToken.Origin;
import kelvin.engine.GeneratedStep;
import kelvin.engine.Prediction;
import kelvin.engine.PredictionRequest;
import kelvin.text.Vocabulary;
import kelvin.ui.distribution.DistributionViewModel;
import kelvin.ui.distribution.NextTokenPicture;
import kelvin.ui.figure.FigureData;
import kelvin.ui.generation.Step;
import kelvin.ui.generation.Steps;
import kelvin.ui.prompt.PromptViewModel;
import kelvin.ui.sampling.SamplingViewModel;
import kelvin.ui.watch.WatchViewModel;
import org.jspecify.annotations.Nullable;

/// The engine's last answer and what the panels make of it. Everything a slider can change is
/// computed here from the logits, without the model.
final class AnswerOnShow {

  private final PromptViewModel prompt;
  private final DistributionViewModel distribution;
  private final SamplingViewModel sampling;
  private final WatchViewModel watch;
  private Vocabulary vocabulary = Vocabulary.ofIds(0);

  /// Mirostat's bound by step, as the steps before left it.
  private final Map<Integer, Double> mirostat = new HashMap<>();

  /// Null while there is none.
  private @Nullable Prediction prediction;

  /// Whether the settings leave a distribution of it.
  private boolean usable = true;

  AnswerOnShow(
      PromptViewModel prompt,
      DistributionViewModel distribution,
      SamplingViewModel sampling,
      WatchViewModel watch) {
    this.prompt = prompt;
    this.distribution = distribution;
    this.sampling = sampling;
    this.watch = watch;
  }

  void speak(Vocabulary itsVocabulary) {
    vocabulary = itsVocabulary;
    watch.speak(itsVocabulary);
    sampling.speak(itsVocabulary);
    distribution.speak(itsVocabulary);
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  void show(Prediction answer) {
    prediction = answer;
    prompt.show(answer.tokens());
    watch.answered(answer.position());
  }

  /// Shows a sentence in place of numbers.
  void showFailure(String sentence) {
    prediction = null;
    prompt.showProblem(sentence);
    showNoNumbers(sentence);
  }

  private void showNoNumbers(String sentence) {
    distribution.showMessage(sentence);
    sampling.show(null);
    watch.show(null);
    sampling.showDraw("");
  }

  boolean isThere() {
    return prediction != null;
  }

  /// The text of the most probable token after the prompt; none when the answer is about another
  /// place.
  Optional<String> topToken() {
    var now = prediction;
    if (now == null || !now.isAtEnd() || now.tokens().size() != generatedFrom()) {
      return Optional.empty();
    }
    return Optional.of(vocabulary.text(now.logits().tokenAtRank(1)));
  }

  /// Whether the settings leave a distribution to draw from.
  boolean isUsable() {
    return usable;
  }

  /// Whether it is the answer to this request.
  boolean answers(@Nullable PredictionRequest request) {
    return usable && prediction != null && prediction.request().equals(request);
  }

  /// Whether it is about the token after the whole context.
  boolean isAtEnd() {
    return prediction != null && prediction.isAtEnd();
  }

  /// The position of the token that its distribution is about, 0-based.
  int position() {
    return prediction == null ? 0 : prediction.position() + 1;
  }

  int tokenCount() {
    return prediction == null ? 0 : prediction.tokens().size();
  }

  /// The position of the first generated token, whether there is one or not.
  int generatedFrom() {
    if (prediction == null) {
      return 0;
    }
    long before =
        prediction.tokens().stream().filter(token -> token.origin() != Origin.GENERATED).count();
    return Math.toIntExact(before);
  }

  /// Where the token at a position starts in the prompt's text; none unless it is part of it.
  OptionalInt startInPrompt(int position) {
    if (prediction == null || position >= prediction.tokens().size()) {
      return OptionalInt.empty();
    }
    ContextToken token = prediction.tokens().get(position);
    return token.span().isPresent()
        ? OptionalInt.of(token.span().get().start())
        : OptionalInt.empty();
  }

  /// Computes and shows anew what the sliders change.
  ///
  /// @param step the number of the step that would come next, 0-based
  /// @return whether there is a distribution now
  boolean evaluate(int step) {
    var now = prediction;
    if (now == null) {
      return false;
    }
    try {
      show(now, truncated(now), step);
      usable = true;
    } catch (InvalidLogitsException e) {
      usable = false;
      showNoNumbers(
          "These settings leave no distribution: "
              + e.getMessage()
              + ". Take the last change back, or reset the sampling.");
    }
    return usable;
  }

  private void show(Prediction now, TruncatedDistribution truncated, int step) {
    var picture = new NextTokenPicture(now, truncated, vocabulary);
    var mark =
        now.isAtEnd()
            ? picture.nextDraw(sampling.modeProperty().get(), sampling.seedProperty().get(), step)
            : picture.standingToken();
    distribution.headingProperty().set(picture.heading());
    distribution.positionProperty().set(position());
    distribution.show(truncated, vocabulary::visibleText, mark.mark());
    sampling.show(truncated);
    watch.show(truncated);
    sampling.showDraw(mark.sentence());
  }

  /// Draws the step with this number, 0-based.
  Step draw(int step) {
    var now = answered();
    var truncated = truncated(now);
    var draw = sampling.modeProperty().get().draw(truncated, sampling.seedProperty().get(), step);
    follow(step, draw, truncated);
    return describe(step, draw, truncated, false);
  }

  /// Takes the token at a rank for the step with this number, 0-based.
  Step force(int step, int rank) {
    var now = answered();
    var draw = new Draw(rank, now.logits().tokenAtRank(rank), Double.NaN);
    var truncated = truncated(now);
    follow(step, draw, truncated);
    return describe(step, draw, truncated, true);
  }

  /// A forced token that no stage left has no surprise to follow.
  private void follow(int step, Draw draw, TruncatedDistribution truncated) {
    mirostat.remove(step + 1);
    truncated
        .nextMu(draw.rank())
        .ifPresent(
            mu -> {
              if (Double.isFinite(mu)) {
                mirostat.put(step + 1, mu);
              }
            });
  }

  /// What figures of the answer are made of, or none while there is nothing on show.
  Optional<FigureData> figureData(String modelName) {
    var now = prediction;
    var picture = distribution.pictureProperty().get();
    return !usable || now == null || picture == null
        ? Optional.empty()
        : Optional.of(
            new FigureData(
                now,
                picture,
                vocabulary,
                modelName,
                new FigureData.Beside(
                    Optional.ofNullable(distribution.pinned().ghostProperty().get()),
                    watch.tokenIdsProperty().get())));
  }

  private Prediction answered() {
    if (prediction == null) {
      throw new IllegalStateException("there is no distribution to draw from");
    }
    return prediction;
  }

  private TruncatedDistribution truncated(Prediction now) {
    return distribution.evaluate(now.logits(), sampling.chainProperty().get(), stepContext(now));
  }

  /// What stages that look back or take chances may know.
  private StepContext stepContext(Prediction now) {
    var ids = now.tokens().stream().limit(now.position() + 1L).mapToInt(ContextToken::id).toArray();
    int promptLength = Math.min(generatedFrom(), ids.length);
    int step = ids.length - promptLength;
    return new StepContext(
        TokenHistory.of(ids, promptLength),
        sampling.seedProperty().get(),
        step,
        mirostat.getOrDefault(step, Double.NaN));
  }

  private Step describe(int step, Draw draw, TruncatedDistribution truncated, boolean forced) {
    double own = distribution.ownProbability(draw.rank());
    var numbers = GeneratedStep.of(step, draw, own, truncated);
    var now = answered();
    // What the sampler draws from may have been edited: the strip shades by the model's own word,
    // as it does in the prompt.
    var score = TokenScore.of(now.logits().toArray(), draw.tokenId());
    var text = vocabulary.visibleText(draw.tokenId());
    return Steps.of(numbers, new Steps.Chosen(text, now.position() + 1, score, forced));
  }
}
