package kelvin.onnx;

import ai.onnxruntime.OrtException;
import java.util.Arrays;
import java.util.Optional;
import kelvin.inference.BatchRuns;
import kelvin.inference.Cancellation;
import kelvin.inference.ContextOverflowException;
import kelvin.inference.InferenceException;
import kelvin.inference.LanguageModel;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.ModelInside;
import kelvin.inference.ModelRuns;
import kelvin.inference.ProofResult;
import kelvin.onnx.batch.GraphBatches;
import kelvin.onnx.batch.RunTimes;
import kelvin.onnx.proof.ProofRecord;
import kelvin.proof.BatchComparison;

/// Runs a causal language model with ONNX Runtime.
///
/// Logits at every position come from a prefill in chunks. The sink processes each row before the
/// next chunk runs, so memory stays bounded for prompts of any length.
final class OnnxLanguageModel implements LanguageModel {

  private final GraphRunner runner;
  private final LogitsBuffer logits;
  private final RunPlan plan;
  private ModelDescriptor descriptor;
  private Optional<ModelRuns> runs = Optional.empty();
  private Optional<GraphBatches> batches = Optional.empty();
  private final RunTimes times = new RunTimes();
  private Optional<ModelInside> inside = Optional.empty();
  private int[] cachedIds = new int[0];
  private boolean closed;

  /// Takes ownership of `runner` and `logits`.
  ///
  /// @param plan relies only on abilities that the probes have shown
  OnnxLanguageModel(
      GraphRunner runner, LogitsBuffer logits, RunPlan plan, ModelDescriptor descriptor) {
    this.runner = runner;
    this.logits = logits;
    this.plan = plan;
    this.descriptor = descriptor;
  }

  /// Allows batches, which are used once a proof found them equal to single runs.
  void setBatches(BatchInputs inputs) {
    var graph =
        new OnnxBatchedGraph(
            runner, inputs, descriptor.logitCount(), ids -> check(ids, 0), this::hold);
    batches = Optional.of(new GraphBatches(graph, times));
  }

  /// Runs the tokens whose states are not cached.
  private void hold(int[] ids, Cancellation cancellation) {
    int mismatch = Arrays.mismatch(cachedIds, ids);
    boolean held = mismatch < 0 || mismatch == ids.length;
    if (!held || runner.cachedLength() < ids.length) {
      run(ids, ids.length - 1, (_, _) -> {}, cancellation);
    }
  }

  @Override
  public Optional<BatchRuns> batchRuns() {
    boolean equal =
        descriptor.probes().stream()
            .anyMatch(probe -> probe.name().equals(BatchComparison.NAME) && probe.passed());
    return equal ? batches.map(each -> each) : Optional.empty();
  }

  /// Allows proofs at length. Must be called after `setBatches`.
  ///
  /// @param proof stores their results
  void setProof(ModelRuns.Abilities abilities, ProofRecord proof) {
    runs =
        Optional.of(
            new OnnxModelRuns(
                runner,
                logits,
                new OnnxModelRuns.Allowed(abilities, batches.map(each -> each)),
                () -> cachedIds = new int[0],
                new OnnxModelRuns.ProofKeeper() {
                  @Override
                  public boolean isProved() {
                    return proof.isDone();
                  }

                  @Override
                  public void keep(ProofResult result) {
                    proof.keep(result, descriptor.cache());
                    descriptor = descriptor.withProof(result);
                  }
                }));
  }

  /// Allows to look inside.
  ///
  /// @param setup the way in which this model was opened
  void setInside(OnnxInside.Setup setup) {
    inside = Optional.of(new OnnxInside(setup, descriptor, ids -> check(ids, ids.length - 1)));
  }

  @Override
  public Optional<ModelInside> inside() {
    return inside;
  }

  @Override
  public Optional<ModelRuns> proofRuns() {
    return runs;
  }

  @Override
  public ModelDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public void run(
      int[] tokenIds, int firstPosition, LogitsRowSink sink, Cancellation cancellation) {
    check(tokenIds, firstPosition);
    try {
      runner.crop(reusablePositions(tokenIds, firstPosition));
      cachedIds = Arrays.copyOf(tokenIds, runner.cachedLength());
      for (int next = firstPosition; next < tokenIds.length; ) {
        cancellation.throwIfCancelled();
        int from = runner.cachedLength();
        int to = plan.end(from, next, tokenIds.length);
        runChunk(tokenIds, from, to, next, sink, cancellation);
        next = Math.max(next, to);
      }
    } catch (OrtException e) {
      throw new InferenceException(OrtMessages.ofRun(e), e);
    }
  }

  private void check(int[] tokenIds, int firstPosition) {
    if (closed) {
      throw new IllegalStateException("the model is closed");
    }
    if (tokenIds.length == 0 || firstPosition < 0 || firstPosition >= tokenIds.length) {
      throw new IllegalArgumentException(
          "rows from position " + firstPosition + " of " + tokenIds.length + " tokens");
    }
    var limit = descriptor.contextLength();
    if (limit.isPresent() && tokenIds.length > limit.getAsInt()) {
      throw new ContextOverflowException(tokenIds.length, limit.getAsInt());
    }
    for (int id : tokenIds) {
      if (id < 0 || id >= descriptor.logitCount()) {
        throw new InferenceException(
            "There is no token "
                + id
                + ": the model's ids go from 0 to "
                + (descriptor.logitCount() - 1)
                + ".");
      }
    }
  }

  /// The number of cached positions to reuse for `tokenIds`: the common prefix, without positions
  /// that must run again for the requested rows.
  private int reusablePositions(int[] tokenIds, int firstPosition) {
    int mismatch = Arrays.mismatch(cachedIds, tokenIds);
    int common = mismatch < 0 ? tokenIds.length : mismatch;
    return Math.min(Math.min(common, firstPosition), runner.cachedLength());
  }

  private void runChunk(
      int[] tokenIds, int from, int to, int next, LogitsRowSink sink, Cancellation cancellation)
      throws OrtException {
    int rows = plan.rows(from, next, to);
    logits.requireRoom(rows);
    long start = System.nanoTime();
    runner.run(Arrays.copyOfRange(tokenIds, from, to), rows, logits, cancellation);
    times.add(to - from, (System.nanoTime() - start) / 1e9);
    cachedIds = Arrays.copyOf(tokenIds, runner.cachedLength());
    for (int position = Math.max(from, next); position < to; position++) {
      sink.accept(position, logits.row(position - (to - rows)));
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    batches.ifPresent(GraphBatches::close);
    try (logits) {
      runner.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the model does not close", e);
    }
  }
}
