package kelvin.prompt.lint;

import kelvin.prompt.Trial;

/// A remedy for a finding.
public sealed interface Fix {

  /// The name of a button, such as `Remove the space`.
  String name();

  /// Changes the prompt or the labels. Scoring both trials measures the effect.
  ///
  /// @param changed the trial after the change
  record ChangeTrial(String name, Trial changed) implements Fix {}

  /// Keeps the prompt and the labels, and normalises the scores by the labels' lengths.
  ///
  /// @param normalization the name of a rule, such as `tokens`
  record ChangeNormalization(String name, String normalization) implements Fix {}

  /// Leaves the fix to the user; the finding's sentence says what to do.
  record ByHand(String name) implements Fix {}
}
