package kelvin.inference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kelvin.inference.training.TrainedWeight;
import kelvin.inference.training.TrainingText;

/// Runs a copy of a model whose weights may change. The loss of a text is that of the lecture notes
/// (14.8) on the tokens that are learned: −ln p of each given those before it, in nats.
///
/// Use it from one thread at a time, and close it before the model.
public interface TrainingRuns extends AutoCloseable {

  /// The weights that are trained. A matrix that the graph holds twice, as it is or turned, is one.
  List<TrainedWeight> weights();

  /// Returns whether several texts may be run at once.
  boolean takesBatches();

  /// Computes the gradients of share · Σ −ln p over all learned tokens of the texts.
  ///
  /// @return −ln p summed over the learned tokens, for each text
  /// @throws CancelledException if cancelled; the gradients are then useless
  /// @throws InferenceException when the model fails
  double[] gradients(List<TrainingText> texts, double share, Cancellation cancellation);

  /// Computes −ln p summed over the learned tokens, for each text.
  double[] losses(List<TrainingText> texts, Cancellation cancellation);

  /// Takes over changed values, before the next run.
  void changed();

  /// The model with the weights as they are now. It must not be closed: it belongs to this.
  LanguageModel model();

  /// Writes the values into a copy of the model's folder, whose files are those of the model.
  void write(Path copy) throws IOException;

  @Override
  void close();
}
