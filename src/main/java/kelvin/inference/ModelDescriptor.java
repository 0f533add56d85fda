package kelvin.inference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a loaded model is, for people: the model panel and `kelvin inspect`.
///
/// @param files of the model, the graph first
/// @param precision of the weights, such as `float32`
/// @param parameterCount numbers stored as weights; a matrix that is stored twice counts twice
/// @param logitCount width of a row of logits; may be more than the tokenizer's vocabulary
/// @param contextLength the most tokens the model can see, where the folder says it
/// @param endOfTextIds ids that end a text
/// @param warnings sentences
public record ModelDescriptor(
    String name,
    Path folder,
    Optional<String> architecture,
    List<ModelFile> files,
    String precision,
    long parameterCount,
    List<GraphTensor> inputs,
    List<GraphTensor> outputs,
    CacheKind cache,
    int logitCount,
    OptionalInt contextLength,
    List<Integer> endOfTextIds,
    List<ProbeOutcome> probes,
    List<String> warnings) {

  public ModelDescriptor {
    files = List.copyOf(files);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    endOfTextIds = List.copyOf(endOfTextIds);
    probes = List.copyOf(probes);
    warnings = List.copyOf(warnings);
  }

  /// The same with further warnings behind its own.
  public ModelDescriptor withWarnings(List<String> further) {
    if (further.isEmpty()) {
      return this;
    }
    var all = new ArrayList<>(warnings);
    all.addAll(further);
    return new ModelDescriptor(
        name,
        folder,
        architecture,
        files,
        precision,
        parameterCount,
        inputs,
        outputs,
        cache,
        logitCount,
        contextLength,
        endOfTextIds,
        probes,
        all);
  }

  /// @param size bytes
  public record ModelFile(Path path, long size) {}

  /// An input or output of the graph.
  ///
  /// @param shape as the file writes it, such as `[batch_size, 4, past_sequence_length, 32]`
  /// @param role what it is to Kelvin, such as `tokens` or `key 3`
  public record GraphTensor(String name, String type, String shape, String role) {}

  /// How keys and values are kept between runs.
  public enum CacheKind {
    /// Not at all: every run computes the whole context.
    NONE("none"),
    /// The outputs of one run are the inputs of the next.
    CHAINED("chained"),
    /// Two buffers for each state, read and written in turn.
    PING_PONG("two buffers in turn"),
    /// One buffer for each state, to which the graph adds.
    SHARED_BUFFER("shared buffer");

    private final String label;

    CacheKind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /// What a small run at load showed.
  ///
  /// @param name such as `causal`
  /// @param question what was tried, one sentence
  /// @param largestDifference largest |Δlogit| between the two ways, or NaN where none is compared
  public record ProbeOutcome(
      String name, String question, boolean passed, double largestDifference) {}
}
