package kelvin.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.HashMap;
import java.util.Map;

/// The outputs that the runtime allocated in a run. A caller that takes one owns it; the rest is
/// closed here.
///
/// An ORT result would close all its values at once, but some must live longer.
final class RunOutputs implements AutoCloseable {

  private final Map<String, OnnxValue> left = new HashMap<>();

  RunOutputs(OrtSession.Result result) {
    int index = 0;
    for (var output : result) {
      if (result.isResultOwner(index++)) {
        left.put(output.getKey(), output.getValue());
      }
    }
  }

  /// @throws OrtException when there is no such tensor
  OnnxTensor take(String name) throws OrtException {
    if (left.get(name) instanceof OnnxTensor tensor) {
      left.remove(name);
      return tensor;
    }
    throw new OrtException("no output " + name);
  }

  @Override
  public void close() {
    left.values().forEach(OnnxValue::close);
    left.clear();
  }
}
