package kelvin.ui.evaluation.form;

import java.util.Optional;
import kelvin.engine.label.Normalization;
import kelvin.experiment.data.RawData;
import kelvin.experiment.evaluation.TooLong;
import kelvin.inference.StartToken;
import kelvin.prompt.Trial;
import kelvin.ui.lab.PlaygroundPrompt;

/// Everything that the form says at one moment. Texts are as they were typed.
record Wanted(RawData data, Parts parts, Prompt prompt, Measuring measuring) {

  /// @param input the column of the inputs; empty to find it by its name
  /// @param label the column of the right labels; empty to find it by its name
  /// @param split the share of the test part, or the column that names the parts, says more
  record Parts(String input, String label, SplitChoice split, String share, String column) {

    static Parts of(EvaluationForm form) {
      return new Parts(
          form.inputColumnProperty().get(),
          form.labelColumnProperty().get(),
          form.splitProperty().get(),
          form.shareProperty().get(),
          form.splitColumnProperty().get());
    }
  }

  /// @param playground the prompt that is composed in the playground
  record Prompt(PromptChoice choice, Trial playground, Examples examples) {}

  /// @param shots the number of examples; empty for the usual one
  /// @param always true if the prompt has a place for examples, also where the task would
  ///     do without
  record Examples(String shots, boolean shuffled, boolean always) {}

  /// @param limit the number of test pairs; empty for all
  record Measuring(Rules rules, StartToken startToken, String limit, String seed) {}

  /// @param tooLong for texts that outgrow the context
  record Rules(Normalization normalization, TooLong tooLong) {}

  /// @param isFewShot true if the prompt has a place for examples, also where the task would do
  ///     without
  static Wanted of(
      RawData read, EvaluationForm form, PlaygroundPrompt playground, boolean isFewShot) {
    var examples =
        new Examples(form.shotsProperty().get(), form.shuffledProperty().get(), isFewShot);
    var rules = new Rules(form.normalizationProperty().get(), form.tooLongProperty().get());
    return new Wanted(
        read,
        Parts.of(form),
        new Prompt(form.promptProperty().get(), playground.composed(), examples),
        new Measuring(
            rules, playground.startToken(), form.limitProperty().get(), form.seedProperty().get()));
  }

  Optional<Trial> composed() {
    return prompt.choice instanceof PromptChoice.OfPlayground
        ? Optional.of(prompt.playground)
        : Optional.empty();
  }
}
