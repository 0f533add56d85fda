package kelvin.onnx;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.ModelDescriptor.CacheKind;
import kelvin.inference.ModelDescriptor.ModelFile;
import kelvin.inference.ModelFolder;
import kelvin.inference.folder.ModelName;

/// Describes a loaded model for the user, with warnings about its numbers.
final class ModelDescription {

  private ModelDescription() {}

  static ModelDescriptor of(
      ModelGraphs graphs,
      ModelFolder folder,
      GraphFacts facts,
      List<ModelFile> files,
      GraphAbilities abilities)
      throws OrtException {
    var signature = graphs.signature();
    return new ModelDescriptor(
        ModelName.of(folder.folder()),
        folder.folder(),
        folder.config().architecture(),
        files,
        facts.precision(),
        facts.parameterCount(folder.config()),
        GraphTensors.ofInputs(graphs.session().inputs().values(), signature),
        GraphTensors.ofOutputs(graphs.session().outputs().values(), signature),
        abilities.kind(),
        abilities.logitCount(),
        contextLength(folder, signature),
        folder.config().endOfTextIds(),
        abilities.outcomes(),
        FirstRun.TOKENS,
        warnings(folder, signature, facts, abilities));
  }

  /// The smaller of the context length in the folder's files and the size of the cache.
  private static OptionalInt contextLength(ModelFolder folder, GraphSignature signature) {
    var stated = folder.config().contextLength();
    var room = signature.cacheRoom();
    if (stated.isPresent() && room.isPresent()) {
      return OptionalInt.of(Math.min(stated.getAsInt(), room.getAsInt()));
    }
    return stated.isPresent() ? stated : room;
  }

  private static List<String> warnings(
      ModelFolder folder, GraphSignature signature, GraphFacts facts, GraphAbilities abilities) {
    var warnings = new ArrayList<String>();
    if (!signature.guessed().isEmpty()) {
      warnings.add(
          "Experimental: these inputs were recognised as states only by their "
              + "shapes: "
              + String.join(", ", signature.guessed())
              + ".");
    }
    if (contextLength(folder, signature).isEmpty()) {
      warnings.add(
          "config.json does not give the context length, so the length of the "
              + "prompt is not limited.");
    }
    int logitCount = abilities.logitCount();
    var stated = folder.config().vocabularySize();
    if (stated.isPresent() && stated.getAsInt() != logitCount) {
      warnings.add(
          "config.json gives "
              + stated.getAsInt()
              + " tokens, but the graph returns "
              + logitCount
              + " logits.");
    }
    if (abilities.lastRowOnly()) {
      warnings.add(
          "The graph returns logits only for the last position, so scoring a whole "
              + "prompt takes a run for each token.");
    }
    if (abilities.kind() == CacheKind.NONE && !signature.cache().isEmpty()) {
      warnings.add(
          "The graph's cache is not used, so every prompt is computed from the "
              + "start: "
              + signature
                  .lost()
                  .map(name -> "the state " + name + " is not returned.")
                  .orElse("its logits differ from those of the whole context."));
    }
    if (facts.quantisesDynamically()) {
      warnings.add(
          "Weights are quantised dynamically: later tokens can slightly change the "
              + "logits of earlier tokens in the same run.");
    }
    if (facts.quantisesActivations()) {
      warnings.add(
          "Weights have 4 bits with accuracy level 4: activations are quantised "
              + "too, so tokens of nearly the same probability can swap ranks.");
    }
    if (abilities.inFloat32()) {
      warnings.add(
          "Weights have half precision, for which CPUs have few kernels: they are "
              + "converted to float32, which takes twice the file's size in memory.");
    } else if (facts.holdsHalves()) {
      warnings.add(
          "The graph computes in half precision, for which CPUs have few kernels: "
              + "it is"
              + " several times slower than its fp32 version.");
    }
    return warnings;
  }
}
