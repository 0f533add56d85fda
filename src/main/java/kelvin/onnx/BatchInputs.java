package kelvin.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.inference.ModelDescriptor.CacheKind;
import kelvin.inference.run.RunPlan;
import kelvin.onnx.CacheTensor.Growth;
import kelvin.onnx.batch.TextInput;
import kelvin.onnx.batch.TextState;

/// The axes of a graph's inputs that count texts.
///
/// @param axes for each input of the signature; −1 for one that all texts share
/// @param holdsStates whether texts may follow cached tokens
/// @param limitsRows whether a run can return only the last rows of each text
record BatchInputs(
    GraphSignature signature,
    List<Integer> axes,
    List<TextState> states,
    boolean holdsStates,
    boolean limitsRows) {

  /// An input that all texts share.
  private static final int SHARED = -1;

  /// An input that takes one text only.
  private static final int NONE = -2;

  private static final int ROTARY_RANK = 3;

  /// Finds the axes; empty if the graph takes one text at a time. Then a batch may still fail,
  /// which the proof finds out.
  static Optional<BatchInputs> of(GraphRunner runner, RunPlan plan, CacheKind kind) {
    var signature = runner.signature();
    boolean continues = plan.caches() ? plan.continues() : kind == CacheKind.NONE;
    boolean held = kind == CacheKind.PING_PONG || kind == CacheKind.NONE;
    if (!runner.hasOneGraph()
        || !continues
        || !held
        || plan.oneToken()
        || plan.lastRowOnly()
        || signature.logits().rank() != 3) {
      return Optional.empty();
    }
    var axes = signature.inputs().stream().map(BatchInputs::axis).toList();
    var states = new ArrayList<TextState>();
    for (var tensor : signature.cache()) {
      int axis = tensor.shape().size() == 5 ? 1 : 0;
      if (tensor.growth() != Growth.GROWS
          || tensor.sequenceAxis() <= axis
          || tensor.shape().get(axis) != 1) {
        return Optional.empty();
      }
      states.add(
          new TextState(
              tensor.pastName(), tensor.type(), tensor.shape(), axis, tensor.sequenceAxis()));
    }
    return axes.contains(NONE)
        ? Optional.empty()
        : Optional.of(
            new BatchInputs(
                signature, axes, List.copyOf(states), plan.caches(), plan.limitsRows()));
  }

  private static int axis(GraphInput input) {
    int rank = input.rank();
    int axis =
        switch (input.role()) {
          case TOKENS -> rank == 2 ? 0 : NONE;
          case MASK, TOKEN_TYPES -> 0;
          case POSITIONS -> {
            boolean last = input.lastDimension() == ROTARY_RANK;
            yield rank == 1 ? SHARED : rank == ROTARY_RANK && !last ? 1 : 0;
          }
          case KEPT_LOGITS -> SHARED;
          case PAST_LENGTH, TOTAL_LENGTH -> rank == 0 ? SHARED : NONE;
          case CACHE_BRANCH, EMBEDDINGS, CACHE, UNKNOWN -> NONE;
        };
    return axis >= 0 && input.shape().get(axis) >= 0 ? NONE : axis;
  }

  /// The inputs of one text.
  ///
  /// @param rows the number of its last rows that the run returns
  List<TextInput> of(int[] ids, int past, int rows) {
    var chunk = new Chunk(ids, past, rows);
    var all = new ArrayList<TextInput>();
    for (int i = 0; i < axes.size(); i++) {
      var input = signature.inputs().get(i);
      var values = InputTensors.values(input, chunk);
      all.add(
          new TextInput(input.name(), input.type(), values.bytes(), values.shape(), axes.get(i)));
    }
    return all;
  }
}
