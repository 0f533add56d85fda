package kelvin.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kelvin.inference.ModelConfig;
import kelvin.onnx.CacheTensor.Growth;

/// Resolves the shape of a state: which dimension is the batch, which are heads and width, and
/// which counts positions. Each state is resolved separately, because layers may differ.
final class CacheShapes {

  /// Recurrent states, by the names that exporters use.
  private static final Pattern RECURRENT =
      Pattern.compile(".*(conv|ssm|recurrent|shift|compressor|indexer|state).*");

  private static final Pattern SEQUENCE = Pattern.compile(".*(seq|past|total|length|len\\b).*");

  private final ModelConfig config;
  private final String batch;

  /// @param batch the symbolic name of the batch dimension, from the token input
  CacheShapes(ModelConfig config, String batch) {
    this.config = config;
    this.batch = batch;
  }

  CacheTensor resolve(NodeInfo past, NodeInfo present) throws UnsupportedGraphException {
    var name = past.getName();
    var info = (TensorInfo) past.getInfo();
    if (info.type == OnnxJavaType.UNKNOWN) {
      throw new UnsupportedGraphException(
          "the cache input "
              + name
              + " has a number format that Java does not support ("
              + info
              + ").");
    }
    if (isRecurrent(name) || !InputRules.isKeyOrValue(name)) {
      var fixed = fixedShape(info);
      if (fixed.stream().noneMatch(dimension -> dimension < 0)) {
        return new CacheTensor(name, present.getName(), info.type, fixed, -1, Growth.CHANGES);
      }
    }
    var dimensions = dimensions(name, info);
    var open = IntStream.range(0, dimensions.size()).filter(i -> dimensions.get(i) < 0).toArray();
    int axis = sequenceAxis(info, open);
    if (axis >= dimensions.size()) {
      throw new UnsupportedGraphException(
          "the cache input "
              + name
              + " has "
              + dimensions.size()
              + " dimensions, which is too few.");
    }
    boolean grows = axis >= 0 && dimensions.get(axis) < 0;
    var shape = new ArrayList<Long>();
    for (int i = 0; i < dimensions.size(); i++) {
      boolean unresolved = dimensions.get(i) < 0 && i != axis;
      shape.add(
          i == axis && grows
              ? Long.valueOf(0)
              : unresolved ? configured(i == dimensions.size() - 1, name) : dimensions.get(i));
    }
    var growth = grows ? Growth.GROWS : axis >= 0 ? Growth.FILLS : Growth.CHANGES;
    return new CacheTensor(name, present.getName(), info.type, List.copyOf(shape), axis, growth);
  }

  /// The shape as in the file, with 1 for an open batch dimension.
  private List<Long> fixedShape(TensorInfo info) {
    var names = info.getDimensionNames();
    var shape = info.getShape();
    return IntStream.range(0, shape.length)
        .mapToObj(i -> shape[i] < 0 && isBatch(names[i]) ? 1 : shape[i])
        .toList();
  }

  private boolean isBatch(String dimension) {
    return (dimension.equals(batch) && !batch.isEmpty())
        || (dimension.contains("batch") && !dimension.contains("head"));
  }

  /// The dimensions, with 1 for the batch, or the number of heads if the batch dimension holds
  /// heads; −1 if still open.
  private List<Long> dimensions(String name, TensorInfo info) throws UnsupportedGraphException {
    var shape = info.getShape();
    var names = info.getDimensionNames();
    // if keys and values share one tensor, the batch is the second dimension
    int batchAxis = shape.length == 5 && shape[0] == 2 ? 1 : 0;
    var dimensions = new ArrayList<Long>();
    for (int i = 0; i < shape.length; i++) {
      if (shape[i] >= 0 && i != batchAxis) {
        dimensions.add(shape[i]);
      } else if (i != batchAxis) {
        dimensions.add(isBatch(names[i]) ? 1L : -1L);
      } else if (names[i].contains("head")) {
        dimensions.add(configured(false, name));
      } else {
        dimensions.add(batchOf(name, shape[i], names[i], info));
      }
    }
    return dimensions;
  }

  private long batchOf(String name, long size, String dimension, TensorInfo info)
      throws UnsupportedGraphException {
    boolean batchOfHeads = size > 1 && info.getShape().length == 3 && !isRecurrent(name);
    boolean sequence = size < 0 && !dimension.equals(batch) && dimension.contains("past");
    if (sequence || (size > 1 && !batchOfHeads)) {
      throw new UnsupportedGraphException(
          "the first dimension of " + name + " is not the batch (" + info + ").");
    }
    return batchOfHeads ? size : 1;
  }

  private static boolean isRecurrent(String name) {
    return RECURRENT.matcher(name).matches();
  }

  /// The open dimension that is named as a sequence, or the one at the usual place.
  private static int sequenceAxis(TensorInfo info, int[] open) {
    var names = info.getDimensionNames();
    int rank = names.length;
    for (int axis : open) {
      if (SEQUENCE.matcher(names[axis]).matches()) {
        return axis;
      }
    }
    int usual = rank == 5 ? 3 : rank == 4 ? 2 : 1;
    // keys of rank three may be transposed, with their positions last
    return rank == 3 && open.length > 0 ? open[0] : usual;
  }

  private long configured(boolean width, String name) throws UnsupportedGraphException {
    OptionalInt found = width ? config.headDimension() : config.keyValueHeads();
    if (found.isPresent()) {
      return found.getAsInt();
    }
    throw new UnsupportedGraphException(
        "the shape of "
            + name
            + " is not fixed, and config.json does not give "
            + (width ? "head_dim" : "num_key_value_heads")
            + ".");
  }
}
