package kelvin.remote.setup;

import java.util.ArrayList;
import java.util.List;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.ModelDescriptor.CacheKind;
import kelvin.inference.ModelDescriptor.GraphTensor;
import kelvin.inference.ModelDescriptor.ProbeOutcome;

/// Describes a model on a server. Its weights are not here, so their number and precision are not
/// known.
public final class RemoteDescription {

  /// The length of the texts in the first runs.
  private static final int PROBED_TOKENS = 3;

  private RemoteDescription() {}

  /// The facts that a protocol tells of a model.
  ///
  /// @param name of the model on the server
  /// @param precision of the numbers that the server sends, in words
  public record Told(
      String name,
      String precision,
      List<GraphTensor> inputs,
      List<GraphTensor> outputs,
      CacheKind cache,
      int logitCount,
      List<ProbeOutcome> probes) {}

  public static ModelDescriptor of(Told told, RemoteSetup setup, List<String> warnings) {
    var config = setup.config();
    var all = new ArrayList<String>();
    all.add(
        "This model runs on the server "
            + setup.address().host()
            + ": every prompt is sent there, and its weights and inside are not seen.");
    all.addAll(warnings);
    if (config.contextLength().isEmpty()) {
      all.add(
          "config.json does not give the context length, so the length of the prompt is not"
              + " limited.");
    }
    var stated = config.vocabularySize();
    if (stated.isPresent() && stated.getAsInt() != told.logitCount()) {
      all.add(
          "config.json beside the tokenizer gives %d tokens, but the server sends %d logits."
              .formatted(stated.getAsInt(), told.logitCount()));
    }
    var described =
        new ModelDescriptor(
            told.name(),
            setup.file(),
            config.architecture(),
            List.of(),
            told.precision(),
            0,
            told.inputs(),
            told.outputs(),
            told.cache(),
            told.logitCount(),
            config.contextLength(),
            config.endOfTextIds(),
            told.probes(),
            told.probes().isEmpty() ? 0 : PROBED_TOKENS,
            all);
    return described.on(setup.place());
  }
}
