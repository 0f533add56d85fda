package kelvin.ui.evaluation.form;

import java.util.Optional;
import kelvin.engine.label.Normalization;
import kelvin.experiment.data.RawData;
import kelvin.experiment.evaluation.TooLong;
import kelvin.inference.StartToken;
import kelvin.prompt.Trial;

/// Everything that the form says at one moment. Texts are as they were typed.
record Wanted(RawData data, Parts parts, Prompt prompt, Measuring measuring) {

  /// @param input the column of the inputs; empty to find it by its name
  /// @param label the column of the right labels; empty to find it by its name
  /// @param split the share of the test part, or the column that names the parts, says more
  record Parts(String input, String label, SplitChoice split, String share, String column) {}

  /// @param playground the prompt that is composed in the playground
  /// @param shots the number of examples; empty for the usual one
  record Prompt(PromptChoice choice, Trial playground, String shots, boolean shuffled) {}

  /// @param limit the number of test pairs; empty for all
  record Measuring(Rules rules, StartToken startToken, String limit, String seed) {}

  /// @param tooLong for texts that outgrow the context
  record Rules(Normalization normalization, TooLong tooLong) {}

  Optional<Trial> composed() {
    return prompt.choice instanceof PromptChoice.OfPlayground
        ? Optional.of(prompt.playground)
        : Optional.empty();
  }
}
