package kelvin.opening;

import java.nio.file.Path;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelDescriptor.CacheKind;
import kelvin.inference.ModelLoadException;
import kelvin.proof.LengthProof;

/// Proves a model at length before it is used, where nothing can be done in the background.
final class ProofAtOpening {

  /// Opens a model's files; the caller closes the model.
  @FunctionalInterface
  interface Opening {
    LoadedModel open() throws ModelLoadException;
  }

  private ProofAtOpening() {}

  /// Opens a model. After a fault it opens it again, which uses another way to keep states or
  /// refuses the model.
  ///
  /// @param folder as the user gave it
  /// @param onProof called before a proof begins
  static LoadedModel open(Path folder, Opening opening, Cancellation cancellation, Runnable onProof)
      throws ModelLoadException {
    for (int i = 0; i < CacheKind.values().length; i++) {
      var model = opening.open();
      if (isFaultless(model, cancellation, onProof)) {
        return model;
      }
    }
    // The opening refuses a model without a right way, so this reports the way that failed last.
    throw new ModelLoadException(
        folder,
        "every way to run it gives different logits.",
        "Export the model again, with or without a cache.");
  }

  /// Opens a model of a folder that describes an encoder: only a proof that came to its end shows
  /// that the graph is causal.
  static LoadedModel openEncoder(
      Path folder, Opening opening, Cancellation cancellation, Runnable onProof)
      throws ModelLoadException {
    var model = open(folder, opening, cancellation, onProof);
    if (!LengthProof.reached(model.model().descriptor())) {
      model.close();
      throw new ModelLoadException(
          folder,
          "its config.json describes an encoder, and there was no way to show that this graph does"
              + " not see later tokens.",
          "Close other programs and try again, or export a causal language model.");
    }
    return model;
  }

  /// Closes the model if the proof finds a fault or is cancelled.
  private static boolean isFaultless(
      LoadedModel model, Cancellation cancellation, Runnable onProof) {
    boolean proved = false;
    try {
      var proof = LengthProof.of(model);
      if (proof.isPresent()) {
        onProof.run();
        while (proof.get().runNext(cancellation)) {
          cancellation.throwIfCancelled();
        }
      }
      proved = proof.flatMap(LengthProof::result).flatMap(result -> result.fault()).isEmpty();
      return proved;
    } finally {
      if (!proved) {
        model.close();
      }
    }
  }
}
