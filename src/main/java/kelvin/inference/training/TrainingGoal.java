package kelvin.inference.training;

/// The loss that a training makes small.
public sealed interface TrainingGoal {

  /// −ln p of the tokens that are learned, (14.8) of the lecture notes.
  record Tokens() implements TrainingGoal {}

  /// −ln of the share that a head on the last hidden state φ, softmax(W φ + b), gives the label of
  /// a text. W and b are trained with the weights.
  ///
  /// @param count the number of labels, at least two
  record Labels(int count) implements TrainingGoal {}
}
