package kelvin.inference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kelvin.inference.training.TrainedWeight;
import kelvin.inference.training.TrainingText;

/// Runs a copy of a model whose weights may change. The loss of a text is −ln p of each token that
/// is learned given those before it, or −ln of the share that a head gives its label, in nats.
///
/// Use it from one thread at a time, and close it before the model.
public interface TrainingRuns extends AutoCloseable {

  /// The weights that are trained. A matrix that the graph holds twice, as it is or turned, is one.
  /// W and b of a head are the last two; they begin at 0.
  List<TrainedWeight> weights();

  /// Returns whether several texts may be run at once.
  boolean takesBatches();

  /// Computes the gradients of share · Σ −ln p over all that is learned of the texts.
  ///
  /// @return −ln p summed over what is learned, for each text
  /// @throws CancelledException if cancelled; the gradients are then useless
  /// @throws InferenceException when the model fails
  double[] gradients(List<TrainingText> texts, double share, Cancellation cancellation);

  /// Computes −ln p summed over what is learned, for each text.
  double[] losses(List<TrainingText> texts, Cancellation cancellation);

  /// Computes φ where each text ends: what the head multiplies.
  ///
  /// @param texts with labels
  /// @throws IllegalStateException if there is no head
  List<float[]> features(List<TrainingText> texts, Cancellation cancellation);

  /// Takes over changed values, before the next run.
  void changed();

  /// The model with the weights as they are now. It must not be closed: it belongs to this.
  LanguageModel model();

  /// Writes the model's values into a copy of its folder, whose files are those of the model.
  void write(Path copy) throws IOException;

  @Override
  void close();
}
