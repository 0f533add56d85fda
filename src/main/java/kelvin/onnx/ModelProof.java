package kelvin.onnx;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.List;
import kelvin.inference.ModelDescriptor.CacheKind;
import kelvin.inference.ModelDescriptor.ProbeOutcome;
import kelvin.inference.ModelFolder;
import kelvin.inference.ModelLoadException;

/// What small runs showed that a graph can do.
///
/// @param kind the fastest way of keeping its states that proved right
/// @param oneToken whether each run takes one token only
/// @param lastRowOnly whether only the last of several tokens gets a row of logits
record ModelProof(
    CacheKind kind,
    int logitCount,
    boolean oneToken,
    boolean lastRowOnly,
    List<ProbeOutcome> outcomes) {

  /// States that cannot be cropped are kept after each run: an edit runs again what lies between.
  private static final int TOKENS_BETWEEN_STATES = 64;

  private static final String NOT_CAUSAL =
      "a later token changes the logits of earlier ones, so this is no causal language model but"
          + " a masked one or an encoder.";
  private static final String NEED_CAUSAL =
      "Export a causal language model, for example with: optimum-cli export onnx"
          + " --task text-generation-with-past.";

  /// Tries the ways of keeping the graph's states, from the fastest on, until one proves right.
  ///
  /// @param probeIds four ordinary tokens
  /// @param tolerance the share of the logits' own spread below which two rows count as equal
  /// @throws ModelLoadException when nothing proves right
  /// @throws OrtException when nothing runs
  static ModelProof of(
      GraphRunner runner, CacheModes modes, int[] probeIds, double tolerance, ModelFolder folder)
      throws OrtException, ModelLoadException {
    var first = FirstRun.of(runner, modes, probeIds);
    check(first, folder, probeIds);
    try (var logits = runner.logitsBuffer(first.logitCount())) {
      var tried = new ArrayList<LoadProbes>();
      var failures = new ArrayList<OrtException>();
      for (var kind : modes.candidates()) {
        if (first.oneToken() && kind == CacheKind.NONE) {
          continue;
        }
        var probes = new LoadProbes(runner, logits, probeIds, first, tolerance);
        try {
          runner.useCache(modes.open(kind));
          probes.run(kind);
        } catch (OrtException e) {
          failures.add(e);
          continue;
        }
        if (probes.trusted()) {
          return new ModelProof(
              kind, first.logitCount(), first.oneToken(), first.lastRowOnly(), probes.outcomes());
        }
        tried.add(probes);
      }
      if (tried.isEmpty()) {
        throw failures.getLast();
      }
      throw refusal(folder, tried.getLast());
    }
  }

  /// @throws ModelLoadException when the first run shows that no row is what it should be
  private static void check(FirstRun first, ModelFolder folder, int[] probeIds)
      throws ModelLoadException {
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

  private static ModelLoadException refusal(ModelFolder folder, LoadProbes probes) {
    if (probes.failed("finite")) {
      return new ModelLoadException(
          folder.graph(),
          "the graph's logits are not numbers (NaN or infinite) even for ordinary tokens.",
          "Numbers may be too large for its half precision: use the fp32 version.");
    }
    if (probes.failed("causal")) {
      return new ModelLoadException(folder.graph(), NOT_CAUSAL, NEED_CAUSAL);
    }
    return new ModelLoadException(
        folder.graph(),
        "the graph's cache gives other logits than the whole context does.",
        "Export the model again, with or without a cache.");
  }

  /// How prompts are cut into runs.
  RunPlan plan(GraphSignature signature, LogitsBuffer logits) {
    int most = signature.recurs() ? TOKENS_BETWEEN_STATES : logits.rowsPerRun();
    return new RunPlan(
        kind != CacheKind.NONE,
        passed("continuation"),
        oneToken,
        lastRowOnly,
        passed("row limit"),
        Math.min(most, logits.rowsPerRun()));
  }

  private boolean passed(String probe) {
    return outcomes.stream().anyMatch(outcome -> outcome.name().equals(probe) && outcome.passed());
  }
}
