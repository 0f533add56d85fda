package kelvin.onnx;

import ai.onnxruntime.OrtException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kelvin.inference.LoadPhase;
import kelvin.inference.ModelDescriptor.ProbeOutcome;
import kelvin.inference.ModelFolder;
import kelvin.inference.ModelLoadException;
import kelvin.proof.LogitsSpread;

/// Opens a model's graphs and tests them with small runs.
///
/// For half precision, float32 is tried first, because CPUs have fast kernels for it. It is used
/// if it gives the same rows as the file itself.
final class GraphProber {

  /// Half precision changes logits by up to some hundredths of their spread, wrong weights by the
  /// whole spread.
  private static final double HALF_TOLERANCE = 0.1;

  /// Opens the model's graphs, in float32 or unchanged; the caller closes them.
  @FunctionalInterface
  interface Opening {

    ModelGraphs open(boolean inFloat32) throws OrtException, UnsupportedGraphException;
  }

  private static final String QUESTION =
      "Does float32 give the same logits as the file's half precision?";

  private final Opening opening;
  private final GraphFacts facts;
  private final ModelFolder folder;
  private final ProbeSetup setup;
  private final Consumer<LoadPhase> progress;

  GraphProber(
      Opening opening,
      GraphFacts facts,
      ModelFolder folder,
      ProbeSetup setup,
      Consumer<LoadPhase> progress) {
    this.opening = opening;
    this.facts = facts;
    this.folder = folder;
    this.setup = setup;
    this.progress = progress;
  }

  /// Opens the graphs as an earlier load tested them; the caller closes the runner.
  ///
  /// Runs the graph once. Otherwise the user's first run would be slow, because it would allocate
  /// memory and read the weights.
  ProbedGraphs reopen(GraphAbilities known)
      throws OrtException, UnsupportedGraphException, ModelLoadException {
    return open(
        known.inFloat32(),
        runner -> {
          FirstRun.of(runner, modes(runner), setup.ids());
          return known;
        });
  }

  /// Opens and tests the graphs. Returns the result of the last attempt if all failed; the caller
  /// closes the runner.
  ///
  /// @throws OrtException if no attempt runs
  ProbedGraphs probe() throws OrtException, UnsupportedGraphException, ModelLoadException {
    if (!facts.holdsHalves()) {
      return open(false, runner -> probe(runner, facts));
    }
    var halves = rowsOfHalves();
    try {
      var inFloat32 = open(true, runner -> probeInFloat32(runner, halves));
      if (inFloat32.abilities().isTrusted()) {
        return inFloat32;
      }
      inFloat32.runner().close();
      var failed = inFloat32.abilities().outcome(GraphAbilities.FLOAT32);
      return open(false, runner -> probe(runner, facts).with(failed));
    } catch (OrtException | UnsupportedGraphException e) {
      var failed = new ProbeOutcome(GraphAbilities.FLOAT32, QUESTION, false, Double.NaN);
      return open(false, runner -> probe(runner, facts).with(Optional.of(failed)));
    }
  }

  @FunctionalInterface
  private interface Probe {
    GraphAbilities probe(GraphRunner runner) throws OrtException, ModelLoadException;
  }

  private ProbedGraphs open(boolean inFloat32, Probe prober)
      throws OrtException, UnsupportedGraphException, ModelLoadException {
    progress.accept(LoadPhase.WEIGHTS);
    var graphs = opening.open(inFloat32);
    var runner = new GraphRunner(graphs);
    boolean probed = false;
    try {
      var result = new ProbedGraphs(graphs, runner, modes(runner), prober.probe(runner));
      probed = true;
      return result;
    } finally {
      if (!probed) {
        runner.close();
      }
    }
  }

  private CacheModes modes(GraphRunner runner) {
    return new CacheModes(runner.environment(), runner.signature(), facts, setup.rejected());
  }

  private GraphAbilities probe(GraphRunner runner, GraphFacts computed)
      throws OrtException, ModelLoadException {
    progress.accept(LoadPhase.PROBES);
    return GraphAbilities.of(runner, modes(runner), setup.ids(), computed, folder);
  }

  private GraphAbilities probeInFloat32(GraphRunner runner, List<float[]> halves)
      throws OrtException, ModelLoadException {
    var comparison = compare(halves, rows(runner));
    return probe(runner, facts.inFloat32()).inFloat32(comparison);
  }

  /// The rows of the unchanged file; empty if the runtime has no kernels for it.
  private List<float[]> rowsOfHalves() throws UnsupportedGraphException {
    progress.accept(LoadPhase.WEIGHTS);
    try (var runner = new GraphRunner(opening.open(false))) {
      return rows(runner);
    } catch (OrtException e) {
      return List.of();
    }
  }

  private List<float[]> rows(GraphRunner runner) throws OrtException {
    return FirstRun.of(runner, modes(runner), setup.ids()).rows();
  }

  /// Compares the rows; empty if half precision gives no usable numbers.
  private static Optional<ProbeOutcome> compare(List<float[]> halves, List<float[]> rows) {
    if (halves.isEmpty() || !halves.stream().allMatch(LogitsSpread::isValid)) {
      return Optional.empty();
    }
    double difference =
        halves.size() == rows.size() ? LogitsSpread.difference(halves, rows) : Double.NaN;
    double allowed = LogitsSpread.allowance(rows.getFirst(), HALF_TOLERANCE);
    return Optional.of(
        new ProbeOutcome(GraphAbilities.FLOAT32, QUESTION, difference <= allowed, difference));
  }
}
