package kelvin.inference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kelvin.inference.record.RecordFile;
import kelvin.inference.server.ServerPlace;

/// Describes a loaded model for the model panel and `kelvin inspect`.
///
/// @param files all files of the model, the graph first
/// @param precision the number format of the weights, such as `float32`
/// @param parameterCount the number of weights; a matrix that the embedding shares with the output
///     layer counts once
/// @param logitCount the width of a row of logits; may exceed the tokenizer's vocabulary
/// @param contextLength the maximum number of tokens in the context, if the folder says it
/// @param endOfTextIds ids that end a text
/// @param provedLength the number of tokens up to which all ways to run the model were seen to give
///     the same logits
/// @param warnings sentences for the user
/// @param server where it runs; empty for a model that runs here
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
    int provedLength,
    List<String> warnings,
    Optional<ServerPlace> server) {

  /// Describes a model that runs here.
  public ModelDescriptor(
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
      int provedLength,
      List<String> warnings) {
    this(
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
        provedLength,
        warnings,
        Optional.empty());
  }

  public ModelDescriptor {
    files = List.copyOf(files);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    endOfTextIds = List.copyOf(endOfTextIds);
    probes = List.copyOf(probes);
    warnings = List.copyOf(warnings);
  }

  /// True if it is a record, and no model runs.
  public boolean isRecord() {
    return RecordFile.isOne(folder);
  }

  /// The same model, which runs on a server.
  public ModelDescriptor on(ServerPlace place) {
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
        provedLength,
        warnings,
        Optional.of(place));
  }

  /// Appends warnings.
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
        provedLength,
        all,
        server);
  }

  /// The same model after a proof at length.
  public ModelDescriptor withProof(ProofResult proof) {
    var outcomes = new ArrayList<>(probes);
    outcomes.addAll(proof.outcomes());
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
        outcomes,
        Math.max(provedLength, proof.length()),
        warnings,
        server);
  }

  /// @param size the size in bytes
  public record ModelFile(Path path, long size) {}

  /// An input or output of the graph.
  ///
  /// @param shape the shape as written in the file, such as `[batch_size, 4,
  ///     past_sequence_length, 32]`
  /// @param role its use by Kelvin, such as `tokens` or `key 3`
  public record GraphTensor(String name, String type, String shape, String role) {}

  /// The ways to keep keys and values between runs.
  public enum CacheKind {
    /// Nothing is kept: every run computes the whole context.
    NONE("none", "none"),
    /// The outputs of one run are the inputs of the next.
    CHAINED("chained", "chained"),
    /// Each state has two buffers; a run reads one and writes the other.
    PING_PONG("two buffers in turn", "double-buffered"),
    /// Each state has one buffer, and the graph appends to it.
    SHARED_BUFFER("shared buffer", "shared buffer");

    private final String label;
    private final String title;

    CacheKind(String label, String title) {
      this.label = label;
      this.title = title;
    }

    /// The name in JSON.
    public String label() {
      return label;
    }

    /// The name for display.
    public String title() {
      return title;
    }
  }

  /// The result of a small test run at load time.
  ///
  /// @param name such as `causal`
  /// @param question the question that the run answers, one sentence
  /// @param largestDifference the largest |Δlogit| between the two computations, or NaN if none
  ///     were compared
  public record ProbeOutcome(
      String name, String question, boolean passed, double largestDifference) {

    /// The outcome with the way of keeping states in its name, for a way that was rejected.
    public ProbeOutcome of(CacheKind kind) {
      var end = " (" + kind.label() + ")";
      return name.endsWith(end)
          ? this
          : new ProbeOutcome(name + end, question, passed, largestDifference);
    }
  }
}
