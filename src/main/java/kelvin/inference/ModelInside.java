package kelvin.inference;

import kelvin.inference.inner.TokenVectors;
import kelvin.inference.training.TrainingGoal;
import kelvin.inference.training.WeightChoice;

/// The inside of a model: values between its tokens and its logits.
///
/// The session that plays is not touched: inner values come from a second copy of the graph.
public interface ModelInside {

  /// The memory that a second copy takes, in bytes: the size of its weights, in the precision in
  /// which it runs. Mostly it takes less, because vectors of tokens stay in the files.
  long memory();

  /// The same for a copy with gradients, which holds each matrix a second time, transposed.
  default long memoryOfGradients() {
    return 2 * memory();
  }

  /// Opens a second copy that also gives the last hidden state: the features to which the head is
  /// applied, after the final norm. Each run gives one value. The caller closes it.
  ///
  /// @throws InferenceException if the model does not show it; the message names the part that is
  ///     not known
  InnerRuns openFeatures();

  /// Opens a second copy that also gives the logits of each layer: the final norm and the head,
  /// applied to the residual stream after each block. Each run gives one value for each layer, from
  /// the embeddings on. The caller closes it.
  ///
  /// @throws InferenceException if the model does not show them; the message names the part that is
  ///     not known
  InnerRuns openLayers();

  /// Opens a second copy that also gives the weights by which the last position attends to each
  /// token. Each run gives one value for each layer that has attention: the heads one after the
  /// other, each with one weight for each token. The caller closes it.
  ///
  /// @throws InferenceException if the model does not show them; the message names the part that is
  ///     not known
  InnerRuns openAttention();

  /// Opens the vectors of all tokens. They stay in the model's files. The caller closes them.
  ///
  /// @throws InferenceException if the graph does not show them; the message names the part that is
  ///     not known
  TokenVectors openVectors(TokenVectors.Matrix matrix);

  /// Opens a second copy that also gives the gradient of a token's log-probability with respect to
  /// the vectors of the prompt's tokens. The caller closes it.
  ///
  /// @throws InferenceException if the graph has an operator without a known derivative; the
  ///     message names it
  GradientRuns openGradients();

  /// Opens two more copies whose weights may change: one gives gradients, the other one runs. The
  /// caller closes them.
  ///
  /// @throws InferenceException if the weights cannot be trained; the message says why
  default TrainingRuns openTraining(WeightChoice choice, TrainingGoal goal) {
    throw new InferenceException("The weights of this model cannot be trained.");
  }
}
