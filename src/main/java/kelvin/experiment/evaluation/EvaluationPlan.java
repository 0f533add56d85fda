package kelvin.experiment.evaluation;

import java.util.List;
import java.util.Optional;
import kelvin.engine.label.Normalization;
import kelvin.experiment.data.DataException;
import kelvin.experiment.data.DataSet;
import kelvin.experiment.data.DataTask;
import kelvin.prompt.ComposedPrompt;
import kelvin.prompt.Example;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.task.TestInput;

/// Data and the prompt that it is asked with, as far as they are known before a model runs.
///
/// @param prompt with all its examples, also those that are not shown
/// @param setup of the prompt as it is asked
public record EvaluationPlan(DataSet data, PlannedPrompt prompt, EvaluationSetup setup) {

  /// The prompt of an evaluation.
  ///
  /// @param task the name of the task, for display
  /// @param base a prompt for any input
  /// @param inWords the same task without examples; empty if it has no words of its own
  public record PlannedPrompt(String task, ComposedPrompt base, Optional<ComposedPrompt> inWords) {

    /// The prompt of a task.
    ///
    /// @param base the task's prompt, with all its examples
    public static PlannedPrompt of(DataTask asked, ComposedPrompt base) {
      var task = asked.task();
      Optional<ComposedPrompt> words =
          task.templates().zeroShot().isPresent()
              ? Optional.of(task.zeroShot(new TestInput("", Optional.empty())))
              : Optional.empty();
      return new PlannedPrompt(task.notes().name(), base, words);
    }
  }

  /// @param seed of all shuffles
  /// @throws DataException when the prompt has no place for an input
  public static EvaluationPlan of(
      DataSet data,
      PlannedPrompt prompt,
      EvaluationSetup.Labels labels,
      EvaluationSetup.Scoring scoring,
      long seed)
      throws DataException {
    return new EvaluationPlan(
        data, prompt, EvaluationSetup.of(prompt.task(), prompt.base(), labels, scoring, seed));
  }

  /// The same data, labels and comparison with another prompt of the task.
  ///
  /// @param base with a place for an input
  EvaluationPlan with(ComposedPrompt base) {
    try {
      return of(
          data,
          new PlannedPrompt(prompt.task(), base, prompt.inWords()),
          setup.labels(),
          setup.scoring(),
          setup.facts().seed());
    } catch (DataException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /// The setup of the same labels and comparison with another prompt of the task.
  ///
  /// @param base with a place for an input
  public EvaluationSetup askedWith(ComposedPrompt base) {
    return with(base).setup();
  }

  /// The same prompt, compared in another way.
  public EvaluationPlan comparedBy(Normalization normalization) {
    return new EvaluationPlan(data, prompt, setup.comparedBy(normalization));
  }

  /// The examples that the prompt shows.
  public List<Example> shown() {
    return setup.base() instanceof FewShotPrompt examples ? examples.shown() : List.of();
  }
}
