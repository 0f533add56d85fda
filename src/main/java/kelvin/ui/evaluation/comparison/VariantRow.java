package kelvin.ui.evaluation.comparison;

import kelvin.experiment.evaluation.EvaluationComparison;
import kelvin.experiment.evaluation.EvaluationVariants;
import kelvin.ui.evaluation.run.EvaluatedRun;

/// A measured variant of an evaluation.
///
/// @param against the evaluation that it is a variant of
record VariantRow(
    EvaluationVariants.Kind kind, String name, EvaluatedRun run, EvaluationComparison against) {

  static VariantRow of(
      EvaluatedRun base, EvaluationVariants.Kind kind, String name, EvaluatedRun run) {
    return new VariantRow(
        kind, name, run, EvaluationComparison.of(base.evaluation(), run.evaluation()));
  }

  /// The word of what is varied.
  String kindWords() {
    return switch (kind) {
      case NORMALIZATION -> "normalisation";
      case SHOTS -> "shots";
      case ORDER -> "order";
      case IN_WORDS -> "prompt";
    };
  }
}
