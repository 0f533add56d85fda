package kelvin.engine.label;

/// Hears of a sweep, on the thread that runs it.
public interface SweepListener {

  /// A question is answered.
  ///
  /// @param index of the question, 0-based; questions come in the order that shares the most
  void scored(int index, LabelScores scores, SweepProgress progress);

  /// The sweep ended before its last question.
  ///
  /// @param reason a sentence for the user
  void failed(String reason);
}
