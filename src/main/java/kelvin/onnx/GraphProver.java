package kelvin.onnx;

import ai.onnxruntime.OrtException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kelvin.inference.LoadPhase;
import kelvin.inference.ModelDescriptor.ProbeOutcome;
import kelvin.inference.ModelFolder;
import kelvin.inference.ModelLoadException;

/// Opens a model's graphs and proves by small runs that they are used rightly.
///
/// Where there is half precision, float32 is tried first, for which processors have fast kernels,
/// and taken if it gives the rows that the file itself gives.
final class GraphProver {

  /// Half precision moves logits by up to some hundredths of their spread, wrong weights by all of
  /// it.
  private static final double HALF = 0.1;

  /// Opens the model's graphs, in float32 or as they are; the caller closes them.
  @FunctionalInterface
  interface Opening {

    ModelGraphs open(boolean inFloat32) throws OrtException, UnsupportedGraphException;
  }

  private static final String QUESTION =
      "Does computing in float32 give the rows that the file's half precision gives?";

  private final Opening opening;
  private final GraphFacts facts;
  private final ModelFolder folder;
  private final int[] probeIds;
  private final Consumer<LoadPhase> progress;

  /// @param probeIds four ordinary tokens
  GraphProver(
      Opening opening,
      GraphFacts facts,
      ModelFolder folder,
      int[] probeIds,
      Consumer<LoadPhase> progress) {
    this.opening = opening;
    this.facts = facts;
    this.folder = folder;
    this.probeIds = probeIds.clone();
    this.progress = progress;
  }

  /// As an earlier load proved them; the caller closes the runner.
  ///
  /// The probes of that load would have run the graph once: without a run here, the user's first
  /// one would be the slow one that finds memory and reads the weights.
  ProvenGraphs reopen(ModelProof known)
      throws OrtException, UnsupportedGraphException, ModelLoadException {
    return open(
        known.inFloat32(),
        runner -> {
          FirstRun.of(runner, modes(runner), probeIds);
          return known;
        });
  }

  /// What the last way of using them showed, when none proved right; the caller closes the runner.
  ///
  /// @throws OrtException when nothing runs
  ProvenGraphs prove() throws OrtException, UnsupportedGraphException, ModelLoadException {
    if (!facts.holdsHalves()) {
      return open(false, runner -> proof(runner, facts));
    }
    var halves = rowsOfHalves();
    try {
      var inFloat32 = open(true, runner -> proofInFloat32(runner, halves));
      if (inFloat32.proof().isTrusted()) {
        return inFloat32;
      }
      inFloat32.runner().close();
      var failed = inFloat32.proof().outcome(ModelProof.FLOAT32);
      return open(false, runner -> proof(runner, facts).with(failed));
    } catch (OrtException | UnsupportedGraphException e) {
      var failed = new ProbeOutcome(ModelProof.FLOAT32, QUESTION, false, Double.NaN);
      return open(false, runner -> proof(runner, facts).with(Optional.of(failed)));
    }
  }

  @FunctionalInterface
  private interface Prover {
    ModelProof prove(GraphRunner runner) throws OrtException, ModelLoadException;
  }

  private ProvenGraphs open(boolean inFloat32, Prover prover)
      throws OrtException, UnsupportedGraphException, ModelLoadException {
    progress.accept(LoadPhase.WEIGHTS);
    var graphs = opening.open(inFloat32);
    var runner = new GraphRunner(graphs);
    boolean proven = false;
    try {
      var result = new ProvenGraphs(graphs, runner, modes(runner), prover.prove(runner));
      proven = true;
      return result;
    } finally {
      if (!proven) {
        runner.close();
      }
    }
  }

  private CacheModes modes(GraphRunner runner) {
    return new CacheModes(runner.environment(), runner.signature(), facts);
  }

  private ModelProof proof(GraphRunner runner, GraphFacts computed)
      throws OrtException, ModelLoadException {
    progress.accept(LoadPhase.PROBES);
    double tolerance = LoadProbes.toleranceOf(computed);
    return ModelProof.of(runner, modes(runner), probeIds, tolerance, folder);
  }

  private ModelProof proofInFloat32(GraphRunner runner, List<float[]> halves)
      throws OrtException, ModelLoadException {
    var comparison = compare(halves, rows(runner));
    return proof(runner, facts.inFloat32()).inFloat32(comparison);
  }

  /// What the file itself gives; nothing where the runtime has no kernels for it.
  private List<float[]> rowsOfHalves() throws UnsupportedGraphException {
    progress.accept(LoadPhase.WEIGHTS);
    try (var runner = new GraphRunner(opening.open(false))) {
      return rows(runner);
    } catch (OrtException e) {
      return List.of();
    }
  }

  private List<float[]> rows(GraphRunner runner) throws OrtException {
    return FirstRun.of(runner, modes(runner), probeIds).rows();
  }

  /// Nothing where half precision gives no numbers to compare with.
  private static Optional<ProbeOutcome> compare(List<float[]> halves, List<float[]> rows) {
    if (halves.isEmpty() || !halves.stream().allMatch(LogitsSpread::isSound)) {
      return Optional.empty();
    }
    double difference =
        halves.size() == rows.size() ? LogitsSpread.difference(halves, rows) : Double.NaN;
    double allowed = LogitsSpread.allowance(rows.getFirst(), HALF);
    return Optional.of(
        new ProbeOutcome(ModelProof.FLOAT32, QUESTION, difference <= allowed, difference));
  }
}
