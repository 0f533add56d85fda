package kelvin.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kelvin.inference.Cancellation;
import kelvin.onnx.batch.BatchedGraph;
import kelvin.onnx.batch.TextInput;
import kelvin.onnx.batch.TextState;

/// Lets batches use the graph and the cache of single runs.
final class OnnxBatchedGraph implements BatchedGraph {

  private final GraphRunner runner;
  private final BatchInputs inputs;
  private final Logits logits;
  private final Consumer<int[]> check;
  private final Hold hold;

  /// Runs tokens, so that their states are in the cache.
  @FunctionalInterface
  interface Hold {
    void hold(int[] ids, Cancellation cancellation);
  }

  /// @param check throws if a text cannot be run
  OnnxBatchedGraph(
      GraphRunner runner, BatchInputs inputs, int logitCount, Consumer<int[]> check, Hold hold) {
    this.runner = runner;
    this.inputs = inputs;
    var output = runner.signature().logits();
    logits = new Logits(output.name(), output.type(), logitCount);
    this.check = check;
    this.hold = hold;
  }

  @Override
  public OrtEnvironment environment() {
    return runner.environment();
  }

  @Override
  public List<TextState> states() {
    return inputs.states();
  }

  @Override
  public boolean holdsStates() {
    return inputs.holdsStates();
  }

  @Override
  public Logits logits() {
    return logits;
  }

  @Override
  public void check(int[] ids) {
    check.accept(ids);
  }

  @Override
  public int hold(int[] ids, Cancellation cancellation) {
    hold.hold(ids, cancellation);
    return runner.cachedLength();
  }

  @Override
  public MemorySegment held(TextState state) {
    return runner.cachedStates().get(inputs.states().indexOf(state));
  }

  @Override
  public boolean limitsRows() {
    return inputs.limitsRows();
  }

  @Override
  public List<TextInput> inputs(int[] ids, int past, int rows) {
    return inputs.of(ids, past, rows);
  }

  @Override
  public void run(Map<String, OnnxTensor> all, OnnxTensor target, Cancellation cancellation)
      throws OrtException {
    runner.runBatch(all, target, cancellation);
  }

  @Override
  public String reasonOf(OrtException failure) {
    return OrtMessages.ofRun(failure);
  }
}
