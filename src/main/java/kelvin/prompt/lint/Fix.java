package kelvin.prompt.lint;

import kelvin.prompt.Trial;

/// A fix for a finding.
public sealed interface Fix {

  /// The name of a button, such as `Remove the space`.
  String name();

  /// Another prompt or other labels. Its effect is measured by scoring both trials.
  ///
  /// @param changed what the trial becomes
  record ChangeTrial(String name, Trial changed) implements Fix {}

  /// The same prompt and labels, with the labels' lengths taken out of their scores.
  ///
  /// @param normalization the name of one, such as `tokens`
  record ChangeNormalization(String name, String normalization) implements Fix {}

  /// Only the user can do it, as the sentence of the finding says.
  record ByHand(String name) implements Fix {}
}
