package kelvin.experiment.evaluation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import kelvin.engine.label.LabelQuestion;
import kelvin.engine.label.Normalization;
import kelvin.experiment.TrialQuestion;
import kelvin.experiment.data.DataException;
import kelvin.experiment.data.DataLabels;
import kelvin.experiment.data.DataSet;
import kelvin.experiment.data.DataTask;
import kelvin.experiment.data.Pair;
import kelvin.inference.StartToken;
import kelvin.prompt.ComposedPrompt;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.FreePrompt;
import kelvin.prompt.Spellings;
import kelvin.prompt.Trial;

/// The settings of an evaluation: the prompt, the labels and the comparison.
///
/// @param facts how the prompt was made, for display
/// @param base a prompt whose input each pair replaces; a free text has a place for it
/// @param labels to compare, in the order of the answer
public record EvaluationSetup(
    Evaluation.PromptFacts facts, ComposedPrompt base, Labels labels, Scoring scoring) {

  public EvaluationSetup {
    // Examples that are not shown would be searched again for each pair.
    if (base instanceof FewShotPrompt prompt) {
      base = prompt.withExamples(prompt.shown());
    }
  }

  /// @param task the name of the task, for display
  /// @param base a prompt for any input
  /// @param seed of all shuffles
  /// @throws DataException when the prompt has no place for an input
  public static EvaluationSetup of(
      String task, ComposedPrompt base, Labels labels, Scoring scoring, long seed)
      throws DataException {
    if (base instanceof FreePrompt(String text) && !FreePrompt.takesInput(text)) {
      throw new DataException("The text has no {x} that says where the input goes.");
    }
    int shots = base instanceof FewShotPrompt examples ? examples.shown().size() : 0;
    var facts = new Evaluation.PromptFacts(task, base.composition().label(), shots, seed);
    return new EvaluationSetup(facts, base, labels, scoring);
  }

  /// The same questions, compared in another way.
  EvaluationSetup comparedBy(Normalization normalization) {
    return new EvaluationSetup(facts, base, labels, scoring.with(normalization));
  }

  /// The same questions with other inputs without content.
  EvaluationSetup withContentFree(List<String> inputs) {
    return new EvaluationSetup(
        facts,
        base,
        labels,
        new Scoring(scoring.normalization, inputs, scoring.startToken, scoring.tooLong));
  }

  /// The labels to compare.
  ///
  /// @param names each perhaps with several `Spellings`
  /// @param closed whether each is scored with the text that ends it in the prompt
  public record Labels(List<String> names, boolean closed) {

    public Labels {
      names = List.copyOf(names);
    }

    /// The labels that the user names; without one those of the task or of the data. An answer that
    /// may be any text is scored with what ends it.
    ///
    /// @throws DataException when they cannot be compared on the data
    public static Labels of(List<String> named, DataTask asked, DataSet data) throws DataException {
      return named.isEmpty()
          ? new Labels(asked.labels(data), asked.task().labels().isEmpty())
          : new Labels(DataLabels.checked(named, data), false);
    }

    /// All spellings of each label.
    public List<List<String>> spelled() {
      return names.stream().map(Spellings::of).toList();
    }

    /// The label that a right label of the data means, 0-based; −1 for none.
    public int indexOf(String right) {
      return Spellings.find(names, right).map(names::indexOf).orElse(-1);
    }
  }

  /// The rules by which labels are scored and compared.
  ///
  /// @param contentFree the inputs without content; empty where the normalisation needs none
  public record Scoring(
      Normalization normalization,
      List<String> contentFree,
      StartToken startToken,
      TooLong tooLong) {

    public Scoring {
      contentFree = List.copyOf(contentFree);
    }

    /// The same rules with another comparison and its usual inputs without content.
    public Scoring with(Normalization other) {
      return new Scoring(other, other.defaultContentFree(), startToken, tooLong);
    }
  }

  /// The prompt with `{x}` in the place of the input.
  public String template() {
    return base instanceof FreePrompt free
        ? free.text()
        : base.withInput(FreePrompt.INPUT).render();
  }

  /// The same labels and rules with another prompt, a text with `{x}` in it.
  public EvaluationSetup withTemplate(String text) {
    var prompt = new FreePrompt(text);
    var other =
        new Evaluation.PromptFacts(facts.task(), prompt.composition().label(), 0, facts.seed());
    return new EvaluationSetup(other, prompt, labels, scoring);
  }

  /// The prompt of a pair with the labels and the right one, before anything is shortened.
  public Trial trial(Pair pair) {
    return new Trial(
        filled(base, pair.input()), labels.names(), Optional.of(pair.label()), labels.closed());
  }

  /// The questions about pairs and the ones without content, as far as they are the same for all.
  public List<LabelQuestion> questions(List<Pair> pairs) {
    var all = new LinkedHashSet<LabelQuestion>();
    for (var pair : pairs) {
      var trial = trial(pair);
      scoring.contentFree().forEach(input -> all.add(contentFree(trial, input)));
      all.add(question(trial));
    }
    return List.copyOf(all);
  }

  /// The question about a trial's labels.
  LabelQuestion question(Trial trial) {
    return TrialQuestion.of(trial, scoring.startToken());
  }

  /// The question with an input without content in the place of the trial's.
  LabelQuestion contentFree(Trial trial, String input) {
    var template = trial.prompt() instanceof FreePrompt ? base : trial.prompt();
    return question(trial.withPrompt(filled(template, input)));
  }

  private static ComposedPrompt filled(ComposedPrompt prompt, String input) {
    return prompt instanceof FreePrompt free
        ? FreePrompt.filled(free.text(), input)
        : prompt.withInput(input);
  }
}
