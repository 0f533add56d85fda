package kelvin.onnx;

import ai.onnxruntime.OrtException;
import java.util.Optional;
import kelvin.inference.BatchRuns;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelRuns;
import kelvin.inference.ProofResult;
import kelvin.inference.run.RunPlan;

/// Runs a graph in the portions that a proof chooses.
final class OnnxModelRuns implements ModelRuns {

  /// Rotations by large angles round more than the rest of a model.
  private static final double EXACT_TABLES = 1e-2;

  /// Tables of sines and cosines in half precision break the invariance by some hundredths.
  private static final double COARSE_TABLES = 0.1;

  private final GraphRunner runner;
  private final LogitsBuffer logits;
  private final Allowed allowed;
  private final Runnable onUse;
  private final ProofKeeper keeper;

  /// Stores the results of proofs.
  interface ProofKeeper {

    boolean isProved();

    void keep(ProofResult result);
  }

  /// The things that a proof may do.
  record Allowed(Abilities abilities, Optional<BatchRuns> batches) {}

  /// @param onUse called before each change of the cache
  OnnxModelRuns(
      GraphRunner runner,
      LogitsBuffer logits,
      Allowed allowed,
      Runnable onUse,
      ProofKeeper keeper) {
    this.runner = runner;
    this.logits = logits;
    this.allowed = allowed;
    this.onUse = onUse;
    this.keeper = keeper;
  }

  /// Says what a proof may do with a graph.
  ///
  /// @param facts of the graph as it is run
  /// @param file of the graph as it is stored; its tables of positions may be rounded more
  static Abilities abilities(
      RunPlan plan, GraphSignature signature, GraphFacts facts, GraphFacts file) {
    double tolerance = LoadProbes.toleranceOf(facts);
    // A graph may compute places in its cache from positions of rank 1 (`cache_position`).
    boolean positions =
        signature.input(InputRole.POSITIONS).filter(input -> input.rank() > 1).isPresent();
    return new Abilities(
        plan.caches(),
        !plan.oneToken(),
        !plan.oneToken() && plan.continues(),
        !plan.oneToken() && !plan.lastRowOnly(),
        positions,
        tolerance,
        Math.max(file.holdsHalves() ? COARSE_TABLES : EXACT_TABLES, 2 * tolerance),
        facts.roundsByRun());
  }

  @Override
  public Abilities abilities() {
    return allowed.abilities();
  }

  @Override
  public Optional<BatchRuns> batches() {
    return allowed.batches();
  }

  @Override
  public int crop(int keep) {
    onUse.run();
    try {
      runner.crop(keep);
    } catch (OrtException e) {
      throw new InferenceException(OrtMessages.ofRun(e), e);
    }
    return runner.cachedLength();
  }

  @Override
  public void run(int[] tokenIds, LogitsRowSink sink, Cancellation cancellation) {
    int past = runner.cachedLength();
    int rows = abilities().allRows() ? tokenIds.length : 1;
    pass(
        () -> runner.run(tokenIds, rows, logits, cancellation),
        past + tokenIds.length - rows,
        rows,
        sink);
  }

  @Override
  public void runAt(int position, int[] tokenIds, LogitsRowSink sink, Cancellation cancellation) {
    pass(() -> runner.runAt(position, tokenIds, logits, cancellation), 0, tokenIds.length, sink);
  }

  @Override
  public boolean isProved() {
    return keeper.isProved();
  }

  @Override
  public void end(ProofResult result) {
    crop(0);
    allowed.batches().ifPresent(BatchRuns::release);
    logits.shrink();
    keeper.keep(result);
  }

  @FunctionalInterface
  private interface Run {
    void run() throws OrtException;
  }

  private void pass(Run run, int firstPosition, int rows, LogitsRowSink sink) {
    onUse.run();
    if (!logits.canHold(rows)) {
      throw new InferenceException(
          "The logits of " + rows + " tokens do not fit into memory at once.");
    }
    try {
      run.run();
    } catch (OrtException e) {
      throw new InferenceException(OrtMessages.ofRun(e), e);
    }
    for (int i = 0; i < rows; i++) {
      sink.accept(firstPosition + i, logits.row(i));
    }
  }
}
