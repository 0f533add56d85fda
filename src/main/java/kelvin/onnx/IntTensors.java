package kelvin.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import kelvin.onnx.GraphSignature.IntInput;

/// Makes the small integer inputs of a run in the width that the graph wants.
final class IntTensors {

  private IntTensors() {}

  /// Shape `(1, values.length)`.
  static OnnxTensor row(OrtEnvironment environment, IntInput input, long[] values)
      throws OrtException {
    return create(environment, input, values, new long[] {1, values.length});
  }

  /// A scalar, rank 0.
  static OnnxTensor scalar(OrtEnvironment environment, IntInput input, long value)
      throws OrtException {
    return create(environment, input, new long[] {value}, new long[0]);
  }

  private static OnnxTensor create(
      OrtEnvironment environment, IntInput input, long[] values, long[] shape) throws OrtException {
    if (input.wide()) {
      return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
    }
    var narrow = Arrays.stream(values).mapToInt(Math::toIntExact).toArray();
    return OnnxTensor.createTensor(environment, IntBuffer.wrap(narrow), shape);
  }
}
