package kelvin.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Makes the inputs of a run in the type and rank that the graph wants.
final class InputTensors {

  /// Hides a position in an additive mask. Half precision must be able to add to it.
  private static final double HIDDEN = -Float.MAX_VALUE;
  private static final double HIDDEN_HALF = -10_000;

  private static final int AXES_OF_ROTARY_POSITIONS = 3;

  private InputTensors() {}

  /// The caller closes it.
  static OnnxTensor create(OrtEnvironment environment, GraphInput input, RunSpan span)
      throws OrtException {
    return switch (input.role()) {
      case TOKENS -> row(environment, input, Arrays.stream(span.ids()).asDoubleStream().toArray());
      case MASK ->
          input.rank() == 2
              ? row(environment, input, visible(input, span))
              : square(environment, input, span);
      case POSITIONS -> positions(environment, input, span);
      case TOKEN_TYPES -> row(environment, input, new double[span.count()]);
      // 0 asks for all rows; some graphs take the number of all rows as such, some do not
      case KEPT_LOGITS -> row(environment, input, span.rows() == span.count() ? 0 : span.rows());
      case PAST_LENGTH -> row(environment, input, span.past());
      case TOTAL_LENGTH -> row(environment, input, span.total());
      case CACHE_BRANCH -> row(environment, input, span.past() > 0 ? 1 : 0);
      case EMBEDDINGS, CACHE, UNKNOWN -> throw new IllegalArgumentException(input.toString());
    };
  }

  /// Ones for all positions, zeros up to a fixed length.
  private static double[] visible(GraphInput input, RunSpan span) {
    var values = new double[Math.toIntExact(Math.max(span.total(), input.last()))];
    Arrays.fill(values, 0, span.total(), 1);
    return values;
  }

  /// A row for each new token: which positions it sees.
  private static OnnxTensor square(OrtEnvironment environment, GraphInput input, RunSpan span)
      throws OrtException {
    int width = Math.toIntExact(Math.max(span.total(), input.last()));
    boolean added = input.type() == OnnxJavaType.FLOAT || input.type() == OnnxJavaType.FLOAT16;
    double seen = added ? 0 : 1;
    double hidden = added ? (input.type() == OnnxJavaType.FLOAT16 ? HIDDEN_HALF : HIDDEN) : 0;
    var values = new double[span.count() * width];
    for (int row = 0; row < span.count(); row++) {
      for (int column = 0; column < width; column++) {
        values[row * width + column] = column <= span.past() + row ? seen : hidden;
      }
    }
    return create(environment, input, values, new long[] {1, 1, span.count(), width});
  }

  /// Models that also see images place a token by time, height and width, all the same for text.
  private static OnnxTensor positions(OrtEnvironment environment, GraphInput input, RunSpan span)
      throws OrtException {
    int count = span.count();
    if (input.rank() == 3 && input.shape().getFirst() == AXES_OF_ROTARY_POSITIONS) {
      var values = positions(AXES_OF_ROTARY_POSITIONS * count, i -> span.past() + i % count);
      return create(environment, input, values, new long[] {AXES_OF_ROTARY_POSITIONS, 1, count});
    }
    if (input.rank() == 3 && input.last() == AXES_OF_ROTARY_POSITIONS) {
      var values =
          positions(
              AXES_OF_ROTARY_POSITIONS * count, i -> span.past() + i / AXES_OF_ROTARY_POSITIONS);
      return create(environment, input, values, new long[] {1, count, AXES_OF_ROTARY_POSITIONS});
    }
    return row(environment, input, positions(count, i -> span.past() + i));
  }

  private static double[] positions(int count, IntUnaryOperator position) {
    return IntStream.range(0, count).map(position).asDoubleStream().toArray();
  }

  /// The values along the last dimension, the others 1.
  private static OnnxTensor row(OrtEnvironment environment, GraphInput input, double... values)
      throws OrtException {
    var shape = new long[input.rank()];
    Arrays.fill(shape, 1);
    if (shape.length > 0) {
      shape[shape.length - 1] = values.length;
    }
    return create(environment, input, values, shape);
  }

  private static OnnxTensor create(
      OrtEnvironment environment, GraphInput input, double[] values, long[] shape)
      throws OrtException {
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
    return OnnxTensor.createTensor(environment, bytes.flip(), shape, input.type());
  }
}
