package kelvin.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import kelvin.engine.label.LabelChoice;
import kelvin.engine.label.LabelQuestion;
import kelvin.engine.label.LabelScorer;
import kelvin.engine.label.LabelScores;
import kelvin.engine.label.Normalization;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.prompt.Trial;
import kelvin.prompt.lint.Fix;

/// Collects the scores of a checked prompt and of its fixes, and computes the effect of each fix.
/// Not thread-safe.
public final class FixEffects {

  /// Stands for the unchanged prompt among the indexes of the findings.
  private static final int BASE = -1;

  private final CheckedPrompt checked;
  private final List<Integer> places = new ArrayList<>();
  private final List<LabelQuestion> questions = new ArrayList<>();

  /// By the finding's index, or `BASE`.
  private final Map<Integer, LabelScores> scores = new HashMap<>();

  /// Starts without any scores; `take` adds them.
  public FixEffects(CheckedPrompt checked) {
    this.checked = checked;
    checked.base().ifPresent(trial -> add(BASE, trial));
    for (int i = 0; i < checked.fixed().size(); i++) {
      int place = i;
      checked.fixed().get(i).ifPresent(trial -> add(place, trial));
    }
  }

  private void add(int place, Trial trial) {
    places.add(place);
    questions.add(checked.question().labels(trial));
  }

  /// Checks a prompt and measures all of its fixes, in the caller's thread.
  ///
  /// @throws kelvin.inference.InferenceException with a sentence for the user
  /// @throws kelvin.inference.CancelledException when cancelled
  public static FixEffects measured(
      LintQuestion question, LoadedModel model, Cancellation cancellation) {
    var effects = new FixEffects(CheckedPrompt.of(question, model));
    var scores = new LabelScorer(model).scoreAll(effects.questions(), _ -> {}, cancellation);
    for (int i = 0; i < scores.size(); i++) {
      effects.take(i, scores.get(i));
    }
    return effects;
  }

  /// The prompt that was checked.
  public CheckedPrompt checked() {
    return checked;
  }

  /// The questions to ask a model; all of them fit its context.
  public List<LabelQuestion> questions() {
    return List.copyOf(questions);
  }

  /// Adds the answer to a question.
  ///
  /// @param index of the question, 0-based
  public void take(int index, LabelScores answer) {
    scores.put(places.get(index), answer);
  }

  /// The effect of a finding's fix; empty while it is unknown or if it cannot be measured.
  ///
  /// @param finding the index of the finding, 0-based
  public Optional<FixEffect> effect(int finding) {
    var before = scores.get(BASE);
    var after = scores.get(finding);
    if (before == null || after == null) {
      return Optional.empty();
    }
    var base = checked.base().orElseThrow();
    int right = base.answerIndex().orElse(0);
    var answer = base.names().get(right);
    return Optional.of(
        switch (checked.findings().get(finding).fix()) {
          case Fix.ChangeNormalization(String _, String normalization) ->
              new FixEffect(
                  FixEffect.Measure.SHARE,
                  answer,
                  share(before, Normalization.NONE, right),
                  share(before, Normalization.of(normalization), right));
          case Fix.ChangeTrial _, Fix.ByHand _ ->
              new FixEffect(
                  FixEffect.Measure.PROBABILITY,
                  answer,
                  before.labels().get(right).probability(),
                  after.labels().get(right).probability());
        });
  }

  /// Returns whether the model shows that a fix is wrong for this prompt, so that nobody should
  /// apply it.
  ///
  /// @param finding the index of the finding, 0-based
  public boolean isWrong(int finding) {
    return checked.findings().get(finding).rule().isAboutExpectedText()
        && effect(finding).filter(found -> found.after() < found.before()).isPresent();
  }

  /// The effect of a finding's fix in words; empty while it is unknown or if it cannot be measured.
  ///
  /// @param finding the index of the finding, 0-based
  public String words(int finding) {
    return effect(finding)
        .map(found -> found.sentence() + (isWrong(finding) ? ": better left as it is" : ""))
        .orElse("");
  }

  private static double share(LabelScores scores, Normalization normalization, int label) {
    return LabelChoice.of(scores, normalization).shares().get(label);
  }

  /// The probability of the right answer after the unchanged prompt, among all possible
  /// continuations. Empty if nobody named a right answer, or while it is unknown.
  public OptionalDouble answerProbability() {
    return answerProbabilityAt(BASE);
  }

  /// The probability of the right answer after a fix. Empty, too, for a fix that changes no
  /// probability. It can be known even if the unchanged prompt does not fit the context.
  ///
  /// @param finding the index of the finding, 0-based
  public OptionalDouble answerProbabilityFixed(int finding) {
    return checked.findings().get(finding).fix() instanceof Fix.ChangeTrial
        ? answerProbabilityAt(finding)
        : OptionalDouble.empty();
  }

  private OptionalDouble answerProbabilityAt(int place) {
    var right = checked.question().trial().answerIndex();
    var known = scores.get(place);
    return right.isEmpty() || known == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(known.labels().get(right.getAsInt()).probability());
  }
}
