package kelvin.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Creates the inputs of a run in the type and rank that the graph declares.
final class InputTensors {

  /// Hides a position in an additive mask. In half precision, additions to it must not overflow.
  private static final double HIDDEN = -Float.MAX_VALUE;
  private static final double HIDDEN_HALF = -10_000;

  private static final int ROTARY_AXES = 3;

  private InputTensors() {}

  /// The elements of an input and its shape.
  record Values(ByteBuffer bytes, List<Long> shape) {}

  /// Creates one input; the caller closes it.
  static OnnxTensor create(OrtEnvironment environment, GraphInput input, Chunk chunk)
      throws OrtException {
    var values = values(input, chunk);
    var shape = values.shape().stream().mapToLong(Long::longValue).toArray();
    return OnnxTensor.createTensor(environment, values.bytes(), shape, input.type());
  }

  /// The values of an input for one text.
  static Values values(GraphInput input, Chunk chunk) {
    return switch (input.role()) {
      case TOKENS -> row(input, Arrays.stream(chunk.ids()).asDoubleStream().toArray());
      case MASK -> input.rank() == 2 ? row(input, visible(input, chunk)) : square(input, chunk);
      case POSITIONS -> positions(input, chunk);
      case TOKEN_TYPES -> row(input, new double[chunk.count()]);
      // 0 requests all rows; not every graph accepts the number of all rows instead
      case KEPT_LOGITS -> row(input, chunk.rows() == chunk.count() ? 0 : chunk.rows());
      case PAST_LENGTH -> row(input, chunk.past());
      case TOTAL_LENGTH -> row(input, chunk.total());
      case CACHE_BRANCH -> row(input, chunk.past() > 0 ? 1 : 0);
      case EMBEDDINGS, CACHE, UNKNOWN -> throw new IllegalArgumentException(input.toString());
    };
  }

  /// Ones for all positions, then zeros up to a fixed length.
  private static double[] visible(GraphInput input, Chunk chunk) {
    var values = new double[Math.toIntExact(Math.max(chunk.total(), input.lastDimension()))];
    Arrays.fill(values, 0, chunk.total(), 1);
    return values;
  }

  /// A mask with one row for each new token, over the positions that it sees.
  private static Values square(GraphInput input, Chunk chunk) {
    int width = Math.toIntExact(Math.max(chunk.total(), input.lastDimension()));
    boolean added = input.type() == OnnxJavaType.FLOAT || input.type() == OnnxJavaType.FLOAT16;
    double seen = added ? 0 : 1;
    double hidden = added ? (input.type() == OnnxJavaType.FLOAT16 ? HIDDEN_HALF : HIDDEN) : 0;
    var values = new double[chunk.count() * width];
    for (int row = 0; row < chunk.count(); row++) {
      for (int column = 0; column < width; column++) {
        values[row * width + column] = column <= chunk.past() + row ? seen : hidden;
      }
    }
    return values(input, values, new long[] {1, 1, chunk.count(), width});
  }

  /// Models that also take images have three positions per token (time, height, width), all equal
  /// for text.
  private static Values positions(GraphInput input, Chunk chunk) {
    int count = chunk.count();
    if (input.rank() == 3 && input.shape().getFirst() == ROTARY_AXES) {
      var values = positions(ROTARY_AXES * count, i -> chunk.position() + i % count);
      return values(input, values, new long[] {ROTARY_AXES, 1, count});
    }
    if (input.rank() == 3 && input.lastDimension() == ROTARY_AXES) {
      var values = positions(ROTARY_AXES * count, i -> chunk.position() + i / ROTARY_AXES);
      return values(input, values, new long[] {1, count, ROTARY_AXES});
    }
    return row(input, positions(count, i -> chunk.position() + i));
  }

  private static double[] positions(int count, IntUnaryOperator position) {
    return IntStream.range(0, count).map(position).asDoubleStream().toArray();
  }

  /// Puts the values along the last dimension; all other dimensions are 1.
  private static Values row(GraphInput input, double... values) {
    var shape = new long[input.rank()];
    Arrays.fill(shape, 1);
    if (shape.length > 0) {
      shape[shape.length - 1] = values.length;
    }
    return values(input, values, shape);
  }

  private static Values values(GraphInput input, double[] values, long[] shape) {
    var bytes = ByteBuffer.allocateDirect(values.length * input.type().size);
    bytes.order(ByteOrder.nativeOrder());
    for (double value : values) {
      switch (input.type()) {
        case INT64 -> bytes.putLong((long) value);
        case INT32 -> bytes.putInt((int) value);
        case FLOAT -> bytes.putFloat((float) value);
        case FLOAT16 -> bytes.putShort(Float.floatToFloat16((float) value));
        case BOOL -> bytes.put((byte) value);
        default -> throw new IllegalArgumentException(input.toString());
      }
    }
    return new Values(bytes.flip(), Arrays.stream(shape).boxed().toList());
  }
}
