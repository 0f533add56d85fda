package kelvin.experiment.evaluation;

/// Hears about an evaluation, on the thread that runs it.
public interface EvaluationListener {

  /// Called while the prompts are looked at, before the first item.
  ///
  /// @param done the number of prompts that were looked at
  default void looked(int done, int total) {}

  /// Called after each item.
  void measured(EvaluationProgress progress);

  /// Called when the evaluation ends before its last item and without a cancel.
  ///
  /// @param reason a sentence for the user
  void failed(String reason);
}
