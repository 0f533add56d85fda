package kelvin.ui.playground;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kelvin.distribution.InvalidLogitsException;
import kelvin.distribution.TopBounds;
import kelvin.engine.Prediction;
import kelvin.engine.next.ChosenToken;
import kelvin.engine.next.NextToken;
import kelvin.engine.next.NextTokenEvaluator;
import kelvin.text.Vocabulary;
import kelvin.ui.distribution.DistributionViewModel;
import kelvin.ui.distribution.NextTokenPicture;
import kelvin.ui.figure.FigureData;
import kelvin.ui.generation.Step;
import kelvin.ui.generation.Steps;
import kelvin.ui.plot.Mark;
import kelvin.ui.prompt.PromptViewModel;
import kelvin.ui.sampling.SamplingViewModel;
import kelvin.ui.watch.WatchViewModel;
import org.jspecify.annotations.Nullable;

/// Evaluates the last answer and shows it in the panels. Everything that a slider can change is
/// computed here from the logits, without the model.
final class AnswerPresenter {

  private final Inquiry inquiry;
  private final PromptViewModel prompt;
  private final DistributionViewModel distribution;
  private final SamplingViewModel sampling;
  private final WatchViewModel watch;
  private final NextTokenEvaluator evaluator = new NextTokenEvaluator();
  private final LayerLens lens;
  private Vocabulary vocabulary = Vocabulary.ofIds(0);

  /// Null while there is no answer, or while the settings leave no distribution of it.
  private @Nullable NextToken next;

  AnswerPresenter(
      Inquiry inquiry,
      PromptViewModel prompt,
      DistributionViewModel distribution,
      SamplingViewModel sampling,
      WatchViewModel watch) {
    this.inquiry = inquiry;
    this.prompt = prompt;
    this.distribution = distribution;
    this.sampling = sampling;
    this.watch = watch;
    lens = new LayerLens(distribution.layers());
    distribution.bars().selectedRankProperty().subscribe(rank -> select(rank.intValue()));
  }

  /// Asks what drives the prediction of the selected token.
  ///
  /// @param rank 1-based; 0 for none
  private void select(int rank) {
    var picture = distribution.pictureProperty().get();
    prompt
        .inner()
        .gradient()
        .choose(
            rank > 0 && picture != null && rank <= picture.rows()
                ? OptionalInt.of(picture.logits().tokenAtRank(rank))
                : OptionalInt.empty());
  }

  void setVocabulary(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    watch.setVocabulary(vocabulary);
    sampling.setVocabulary(vocabulary);
    distribution.setVocabulary(vocabulary);
  }

  void show(Prediction answer) {
    prompt.show(answer.tokens());
    prompt.inner().look(answer);
    watch.showPosition(answer.position());
  }

  /// Shows a sentence in place of numbers.
  void showFailure(String sentence) {
    prompt.showProblem(sentence);
    showNoNumbers(sentence);
  }

  /// Shows no numbers where another place beside the text says why, with a way out.
  ///
  /// @param sentence stands in the place of the distribution
  void showNoAnswer(String sentence) {
    prompt.showProblem("");
    showNoNumbers(sentence);
  }

  /// Removes all numbers, because their model is no longer open.
  ///
  /// @param sentence stands in the place of the distribution
  void removeNumbers(String sentence) {
    prompt.show(List.of());
    showNoNumbers(sentence);
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  private void showNoNumbers(String sentence) {
    next = null;
    prompt.inner().removed();
    lens.close();
    distribution.showMessage(sentence);
    sampling.show(null);
    watch.show(null);
    sampling.showDraw("");
  }

  /// The text of the most probable token after the prompt; empty when the answer is about another
  /// position.
  Optional<String> topToken() {
    return inquiry
        .answer()
        .filter(answer -> answer.isAtEnd() && answer.tokens().size() == answer.generatedFrom())
        .map(answer -> vocabulary.text(answer.logits().tokenAtRank(1)));
  }

  /// Returns whether the settings leave no distribution of the answer.
  boolean isUnusable() {
    return inquiry.answer().isPresent() && next == null;
  }

  /// The reason why no token can be drawn from the answer although there is one; empty if the draw
  /// is known.
  String whyNoDraw() {
    return Optional.ofNullable(next)
        .flatMap(now -> TopBounds.of(now.distribution()))
        .flatMap(TopBounds::whyNoDraw)
        .orElse("");
  }

  private boolean isDrawKnown() {
    return whyNoDraw().isEmpty();
  }

  /// Returns whether the visible distribution is the one requested last.
  boolean isCurrent() {
    return next != null && inquiry.isAnswered();
  }

  /// Recomputes and shows everything that the sliders change.
  ///
  /// @param step the number of the next step, 0-based
  /// @return whether there is a distribution now
  boolean evaluate(int step) {
    var answer = inquiry.answer();
    if (answer.isEmpty()) {
      return false;
    }
    try {
      var chain = sampling.chainProperty().get();
      var evaluated = evaluator.evaluate(answer.get(), chain, sampling.seedProperty().get());
      next = evaluated;
      lens.show(evaluated, watch.tokenIdsProperty().get(), vocabulary);
      show(evaluated, step);
      return true;
    } catch (InvalidLogitsException e) {
      showNoNumbers(e.sentence());
      return false;
    }
  }

  private void show(NextToken evaluated, int step) {
    var picture = new NextTokenPicture(evaluated, vocabulary);
    var mark =
        !isDrawKnown() && evaluated.prediction().isAtEnd()
            ? new NextTokenPicture.MarkedToken(Mark.NONE, whyNoDraw())
            : evaluated.prediction().isAtEnd()
                ? picture.nextDraw(
                    sampling.modeProperty().get(), sampling.seedProperty().get(), step)
                : picture.standingToken();
    distribution.headingProperty().set(picture.heading());
    distribution.positionProperty().set(evaluated.position());
    showDistribution(evaluated, mark.mark());
    sampling.show(evaluated.distribution());
    watch.show(evaluated.distribution());
    sampling.showDraw(mark.sentence());
  }

  /// Shows the model's own distribution, or that of the layer that is looked at, from which nothing
  /// is drawn. While that one is computed, the one before stays.
  private void showDistribution(NextToken own, Mark mark) {
    boolean waits = lens.isWaiting() && distribution.pictureProperty().get() != null;
    distribution.lensWaitsProperty().set(waits);
    if (!waits) {
      seen(own)
          .ifPresentOrElse(
              layer -> distribution.show(layer.distribution(), vocabulary::visibleText, Mark.NONE),
              () -> distribution.show(own.distribution(), vocabulary::visibleText, mark));
    }
  }

  private Optional<NextToken> seen(NextToken own) {
    return lens.through(own, sampling.chainProperty().get(), sampling.seedProperty().get());
  }

  /// Shows another layer, or the model's own distribution again.
  ///
  /// @param step the number of the next step, 0-based
  void lensChanged(int step) {
    if (next != null) {
      show(next, step);
    }
  }

  /// Draws the token of the step with this number, 0-based.
  Step draw(int step) {
    var mode = sampling.modeProperty().get();
    return describe(evaluator.draw(evaluated(), mode, sampling.seedProperty().get(), step));
  }

  /// Takes a token for the step with this number, 0-based.
  Step force(int step, int tokenId) {
    return describe(evaluator.force(evaluated(), step, tokenId));
  }

  private NextToken evaluated() {
    if (next == null) {
      throw new IllegalStateException("there is no distribution to draw from");
    }
    return next;
  }

  private Step describe(ChosenToken chosen) {
    var text = vocabulary.visibleText(chosen.draw().id());
    return Steps.of(
        chosen.draw(), new Steps.Chosen(text, chosen.position(), chosen.score(), chosen.forced()));
  }

  /// The data for figures of the answer, or none without an answer.
  Optional<FigureData> figureData(String modelName) {
    var now = next;
    var picture = distribution.pictureProperty().get();
    return now == null || picture == null || picture.bounds().isPresent()
        ? Optional.empty()
        : Optional.of(
            new FigureData(
                seen(now).orElse(now),
                picture,
                vocabulary,
                modelName,
                new FigureData.Beside(
                    Optional.ofNullable(distribution.pinned().ghostProperty().get()),
                    watch.tokenIdsProperty().get(),
                    distribution.answers().current(),
                    lens.figure(),
                    prompt.inner().shadesProperty().getValue())));
  }
}
