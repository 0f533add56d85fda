package kelvin.engine.answer;

/// Receives answers as they are found, on the thread that runs the model.
public interface AnswerListener {

  /// Called after each run, and once at the end.
  void found(Answers soFar);

  /// Called when the search cannot continue.
  ///
  /// @param reason a sentence for the user
  void failed(String reason);
}
