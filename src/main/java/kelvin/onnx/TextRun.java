package kelvin.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kelvin.inference.training.TrainingText;
import kelvin.onnx.batch.TextInput;
import kelvin.onnx.training.TrainingGraph;

/// The inputs of one run of texts whose ends are learned. Shorter texts are filled up at their end:
/// the model does not see later tokens, and what is filled up has no part in the loss.
final class TextRun implements AutoCloseable {

  private final OrtEnvironment environment;
  private final List<TrainingText> texts;
  private final int longest;
  private final List<OnnxTensor> open = new ArrayList<>();
  private final ByteBuffer losses;

  TextRun(OrtEnvironment environment, List<TrainingText> texts) {
    this.environment = environment;
    this.texts = texts;
    longest = texts.stream().mapToInt(TrainingText::length).max().orElseThrow();
    losses = buffer(rows() * Float.BYTES);
  }

  private int rows() {
    return texts.size() * longest;
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }

  /// The inputs of the graph for all texts, and empty states.
  Map<String, OnnxTensor> inputs(BatchInputs batch) throws OrtException {
    var inputs = new HashMap<String, OnnxTensor>();
    var all = texts.stream().map(text -> batch.of(filled(text.ids()), 0)).toList();
    for (int i = 0; i < all.getFirst().size(); i++) {
      int index = i;
      var each = all.stream().map(text -> text.get(index)).toList();
      inputs.put(each.getFirst().name(), kept(TextInput.join(environment, each)));
    }
    for (var state : batch.states()) {
      var nothing = buffer(Long.BYTES).limit(0);
      var shape = state.shapeOf(texts.size(), 0);
      inputs.put(
          state.name(), kept(OnnxTensor.createTensor(environment, nothing, shape, state.type())));
    }
    return inputs;
  }

  /// Repeats the last token, which is an ordinary one.
  private int[] filled(int[] ids) {
    var all = Arrays.copyOf(ids, longest);
    Arrays.fill(all, ids.length, longest, ids[ids.length - 1]);
    return all;
  }

  /// The input with the token after each row; 0 where none is learned.
  Map<String, OnnxTensor> next() throws OrtException {
    var next = buffer(rows() * Long.BYTES);
    for (var text : texts) {
      for (int row = 0; row < longest; row++) {
        next.putLong(isLearned(text, row) ? text.ids()[row + 1] : 0);
      }
    }
    long[] shape = {rows()};
    var tensor = OnnxTensor.createTensor(environment, next.flip(), shape, OnnxJavaType.INT64);
    return Map.of(TrainingGraph.NEXT, kept(tensor));
  }

  /// The same with the part of each row in the loss.
  Map<String, OnnxTensor> next(double share) throws OrtException {
    var shares = buffer(rows() * Float.BYTES);
    for (var text : texts) {
      for (int row = 0; row < longest; row++) {
        shares.putFloat(isLearned(text, row) ? (float) share : 0);
      }
    }
    var more = new HashMap<>(next());
    long[] shape = {rows()};
    more.put(
        TrainingGraph.SHARES,
        kept(OnnxTensor.createTensor(environment, shares.flip(), shape, OnnxJavaType.FLOAT)));
    return more;
  }

  /// Row t predicts token t + 1.
  private static boolean isLearned(TrainingText text, int row) {
    return row + 1 >= text.from() && row + 1 < text.length();
  }

  /// The tensor for the losses of the rows.
  OnnxTensor target() throws OrtException {
    long[] shape = {rows()};
    return kept(OnnxTensor.createTensor(environment, losses, shape, OnnxJavaType.FLOAT));
  }

  /// −ln p summed over the learned tokens, for each text.
  double[] sums() {
    var values = losses.asFloatBuffer();
    var sums = new double[texts.size()];
    for (int t = 0; t < sums.length; t++) {
      var text = texts.get(t);
      for (int row = text.from() - 1; row + 1 < text.length(); row++) {
        sums[t] += values.get(t * longest + row);
      }
    }
    return sums;
  }

  private OnnxTensor kept(OnnxTensor tensor) {
    open.add(tensor);
    return tensor;
  }

  @Override
  public void close() {
    open.forEach(OnnxTensor::close);
  }
}
