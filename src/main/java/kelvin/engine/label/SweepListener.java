package kelvin.engine.label;

import kelvin.inference.ContextOverflowException;

/// Receives the results of a sweep, on the thread that runs it.
public interface SweepListener {

  /// Called when a question is answered.
  ///
  /// @param index the index of the question, 0-based; questions come in the order that shares the
  ///     longest prefixes
  void scored(int index, LabelScores scores, SweepProgress progress);

  /// Called when the sweep ends before its last question.
  ///
  /// @param reason a sentence for the user
  void failed(String reason);

  /// Called instead of `failed` when a prompt with its longest label exceeds the context.
  default void tooLong(ContextOverflowException overflow) {
    failed(String.valueOf(overflow.getMessage()));
  }
}
