package kelvin.onnx;

import ai.onnxruntime.OrtException;
import java.util.function.Consumer;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelRuns;
import kelvin.inference.ProofResult;

/// Runs a graph in the portions that a proof chooses.
final class OnnxModelRuns implements ModelRuns {

  private final GraphRunner runner;
  private final LogitsBuffer logits;
  private final Abilities abilities;
  private final Runnable onUse;
  private final Consumer<ProofResult> onResult;

  /// @param onUse called before each change of the cache
  /// @param onResult keeps the result of the proof
  OnnxModelRuns(
      GraphRunner runner,
      LogitsBuffer logits,
      Abilities abilities,
      Runnable onUse,
      Consumer<ProofResult> onResult) {
    this.runner = runner;
    this.logits = logits;
    this.abilities = abilities;
    this.onUse = onUse;
    this.onResult = onResult;
  }

  /// Says what a proof may do with a graph.
  static Abilities abilities(RunPlan plan, GraphSignature signature, GraphFacts facts) {
    return new Abilities(
        plan.caches(),
        !plan.oneToken(),
        !plan.oneToken() && plan.continues(),
        !plan.oneToken() && !plan.lastRowOnly(),
        signature.input(InputRole.POSITIONS).isPresent(),
        LoadProbes.toleranceOf(facts),
        facts.quantisesDynamically() || facts.quantisesActivations());
  }

  @Override
  public Abilities abilities() {
    return abilities;
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
    int rows = abilities.allRows() ? tokenIds.length : 1;
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
  public void keep(ProofResult result) {
    onResult.accept(result);
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
