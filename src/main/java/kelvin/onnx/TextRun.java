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

  /// The number of rows that have a target.
  private final int learned;

  private final List<OnnxTensor> open = new ArrayList<>();
  private final ByteBuffer losses;

  TextRun(OrtEnvironment environment, List<TrainingText> texts) {
    this.environment = environment;
    this.texts = texts;
    longest = texts.stream().mapToInt(TrainingText::length).max().orElseThrow();
    learned = texts.stream().mapToInt(TrainingText::learned).sum();
    losses = buffer(learned * Float.BYTES);
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }

  /// The inputs of the graph for all texts, and empty states.
  Map<String, OnnxTensor> inputs(BatchInputs batch) throws OrtException {
    var inputs = new HashMap<String, OnnxTensor>();
    var all = texts.stream().map(text -> batch.of(filled(text.ids()), 0, longest)).toList();
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

  /// The inputs with the places of the rows that have a target, and with the targets.
  Map<String, OnnxTensor> next() throws OrtException {
    var places = buffer(learned * Long.BYTES);
    var targets = buffer(learned * Long.BYTES);
    for (int t = 0; t < texts.size(); t++) {
      var text = texts.get(t);
      for (int i = 0; i < text.learned(); i++) {
        places.putLong((long) t * longest + text.first() + i);
        targets.putLong(text.targets()[i]);
      }
    }
    return Map.of(
        TrainingGraph.ROWS, list(places, OnnxJavaType.INT64),
        TrainingGraph.NEXT, list(targets, OnnxJavaType.INT64));
  }

  /// The same with the part of each of these rows in the loss.
  Map<String, OnnxTensor> next(double share) throws OrtException {
    var shares = buffer(learned * Float.BYTES);
    for (int i = 0; i < learned; i++) {
      shares.putFloat((float) share);
    }
    var more = new HashMap<>(next());
    more.put(TrainingGraph.SHARES, list(shares, OnnxJavaType.FLOAT));
    return more;
  }

  private OnnxTensor list(ByteBuffer numbers, OnnxJavaType type) throws OrtException {
    long[] shape = {learned};
    return kept(OnnxTensor.createTensor(environment, numbers.flip(), shape, type));
  }

  /// The tensor for the losses of these rows.
  OnnxTensor target() throws OrtException {
    long[] shape = {learned};
    return kept(OnnxTensor.createTensor(environment, losses, shape, OnnxJavaType.FLOAT));
  }

  /// −ln p summed over what is learned, for each text.
  double[] sums() {
    var values = losses.asFloatBuffer();
    var sums = new double[texts.size()];
    int at = 0;
    for (int t = 0; t < sums.length; t++) {
      for (int i = 0; i < texts.get(t).learned(); i++) {
        sums[t] += values.get(at++);
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
