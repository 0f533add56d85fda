package kelvin.onnx;

import ai.onnxruntime.OrtException;
import java.util.Optional;
import kelvin.inference.BatchRuns;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LanguageModel;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.ModelInside;
import kelvin.inference.ModelRuns;
import kelvin.inference.ProofResult;
import kelvin.inference.run.ContextCheck;
import kelvin.inference.run.ContextRuns;
import kelvin.inference.run.RunPlan;
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
  private ModelDescriptor descriptor;
  private Optional<ModelRuns> runs = Optional.empty();
  private Optional<GraphBatches> batches = Optional.empty();
  private final RunTimes times = new RunTimes();
  private Optional<ModelInside> inside = Optional.empty();
  private final ContextRuns contexts;
  private boolean closed;

  /// Takes ownership of `runner` and `logits`.
  ///
  /// @param plan relies only on abilities that the probes have shown
  OnnxLanguageModel(
      GraphRunner runner, LogitsBuffer logits, RunPlan plan, ModelDescriptor descriptor) {
    this.runner = runner;
    this.logits = logits;
    this.descriptor = descriptor;
    contexts = new ContextRuns(new GraphEngine(), plan);
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
    if (!contexts.holds(ids)) {
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
                contexts::forget,
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
    contexts.run(tokenIds, firstPosition, sink, cancellation);
  }

  private void check(int[] tokenIds, int firstPosition) {
    if (closed) {
      throw new IllegalStateException("the model is closed");
    }
    ContextCheck.check(
        tokenIds, firstPosition, descriptor.contextLength(), descriptor.logitCount());
  }

  /// The graph with its states on this computer.
  private final class GraphEngine implements ContextRuns.Engine {

    @Override
    public int cachedLength() {
      return runner.cachedLength();
    }

    @Override
    public void crop(int keep) {
      try {
        runner.crop(keep);
      } catch (OrtException e) {
        throw new InferenceException(OrtMessages.ofRun(e), e);
      }
    }

    @Override
    public ContextRuns.Rows run(int[] newIds, int rows, Cancellation cancellation) {
      logits.requireRoom(rows);
      long start = System.nanoTime();
      try {
        runner.run(newIds, rows, logits, cancellation);
      } catch (OrtException e) {
        throw new InferenceException(OrtMessages.ofRun(e), e);
      }
      times.add(newIds.length, (System.nanoTime() - start) / 1e9);
      return logits::row;
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
