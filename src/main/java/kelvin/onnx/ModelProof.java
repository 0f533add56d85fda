package kelvin.onnx;

import ai.onnxruntime.OrtException;
import java.nio.file.Path;
import java.util.Optional;
import kelvin.inference.ModelDescriptor.CacheKind;
import kelvin.inference.ModelFolder;
import kelvin.inference.ModelLoadException;

/// Tries the ways of keeping a graph's states, from the fastest on, until one proves right.
///
/// @param kind the way that did
record ModelProof(CacheKind kind, FirstRun first, LoadProbes probes) {

  /// States that cannot be cropped are kept after each run: an edit runs again what lies between.
  private static final int TOKENS_BETWEEN_STATES = 64;

  private static final String NOT_CAUSAL =
      "a later token changes the logits of earlier ones, so this is no causal language model but"
          + " a masked one or an encoder.";
  static final String NEED_CAUSAL =
      "Export a causal language model, for example with: optimum-cli export onnx"
          + " --task text-generation-with-past.";

  /// @throws ModelLoadException when none does
  static ModelProof of(
      GraphRunner runner,
      CacheModes modes,
      FirstRun first,
      LogitsBuffer logits,
      int[] probeIds,
      double tolerance,
      Path graph)
      throws OrtException, ModelLoadException {
    Optional<LoadProbes> last = Optional.empty();
    Optional<OrtException> failure = Optional.empty();
    for (var kind : modes.candidates()) {
      if (first.oneToken() && kind == CacheKind.NONE) {
        continue;
      }
      var probes = new LoadProbes(runner, logits, probeIds, first, tolerance);
      try {
        runner.useCache(modes.open(kind));
        probes.run(kind);
      } catch (OrtException e) {
        failure = Optional.of(e);
        continue;
      }
      if (probes.trusted()) {
        return new ModelProof(kind, first, probes);
      }
      last = Optional.of(probes);
    }
    if (last.isEmpty()) {
      throw failure.orElseThrow();
    }
    throw refusal(graph, last.get());
  }

  /// @throws ModelLoadException when the first run shows that no row is what it should be
  static void check(FirstRun first, ModelFolder folder, int[] probeIds) throws ModelLoadException {
    if (!first.isUsable()) {
      throw new ModelLoadException(
          folder.graph(),
          "the graph gives logits for " + first.rows().size() + " of 3 positions.",
          "Export it with logits for all positions.");
    }
    for (int id : probeIds) {
      if (id >= first.logitCount()) {
        throw new ModelLoadException(
            folder.graph(),
            "the graph gives "
                + first.logitCount()
                + " numbers for each position, fewer than there are tokens: these are no logits,"
                + " or the tokenizer is another model's.",
            NEED_CAUSAL);
      }
    }
  }

  /// How prompts are cut into runs.
  RunPlan plan(GraphSignature signature, LogitsBuffer logits) {
    int most = signature.recurs() ? TOKENS_BETWEEN_STATES : logits.rowsPerRun();
    return new RunPlan(
        kind != CacheKind.NONE,
        probes.passed("continuation"),
        first.oneToken(),
        first.lastRowOnly(),
        probes.passed("row limit"),
        Math.min(most, logits.rowsPerRun()));
  }

  private static ModelLoadException refusal(Path graph, LoadProbes probes) {
    if (probes.failed("finite")) {
      return new ModelLoadException(
          graph,
          "the graph's logits are not numbers (NaN or infinite) even for ordinary tokens.",
          "Numbers may be too large for its half precision: use the fp32 version.");
    }
    if (probes.failed("causal")) {
      return new ModelLoadException(graph, NOT_CAUSAL, NEED_CAUSAL);
    }
    return new ModelLoadException(
        graph,
        "the graph's cache gives other logits than the whole context does.",
        "Export the model again, with or without a cache.");
  }
}
