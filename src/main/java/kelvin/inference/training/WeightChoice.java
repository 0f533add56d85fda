package kelvin.inference.training;

/// The weights of a model that are trained.
public enum WeightChoice {
  /// All that the tokens' numbers pass: embeddings, matrices, norms and biases.
  ALL,
  /// Those of the last block.
  LAST,
  /// The scales of norms, and biases: lists, not matrices.
  NORMS,
  /// The matrices that multiply inside the blocks, without embeddings and head.
  MATRICES
}
