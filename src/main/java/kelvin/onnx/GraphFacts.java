package kelvin.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The facts that an `.onnx` file states, read without loading it.
///
/// @param elements the number of weight elements for each ONNX data type
/// @param externalFiles the files with weights, relative to the graph's folder
/// @param operators the operators in the graph, such as `MatMul` or `com.microsoft.MatMulNBits`
/// @param functions the operators that the file itself defines
/// @param attributes the values of the few attributes that Kelvin needs
record GraphFacts(
    Map<Integer, Long> elements,
    Set<String> externalFiles,
    Set<String> operators,
    Set<String> functions,
    Map<String, Set<Long>> attributes) {

  /// The number of positions that attention sees, if it does not see all.
  static final String WINDOW = "local_window_size";

  /// The attribute that lets `MatMulNBits` change activations.
  static final String ACCURACY = "accuracy_level";

  /// Converts activations to 8 bits.
  private static final long COARSE_ACTIVATIONS = 4;

  /// The number of float32 values in 4 GB.
  private static final long MIN_UNPACKED = 1L << 30;

  private static final int FLOAT32 = 1;
  private static final int FLOAT16 = 10;
  private static final int BFLOAT16 = 16;

  /// The names of data types by ONNX's numbers.
  private static final Map<Integer, String> TYPE_NAMES =
      Map.of(
          FLOAT32,
          "float32",
          2,
          "uint8",
          3,
          "int8",
          FLOAT16,
          "float16",
          11,
          "float64",
          BFLOAT16,
          "bfloat16",
          17,
          "float8e4m3fn",
          21,
          "uint4",
          22,
          "int4");

  /// @throws IOException if the file is damaged; the message says where
  static GraphFacts read(Path file) throws IOException {
    return GraphFactsReader.read(file);
  }

  /// Returns whether activations are quantised over all new tokens together, so that rows depend
  /// slightly on the other tokens of the run.
  boolean quantisesDynamically() {
    return operators.stream().anyMatch(name -> name.contains("DynamicQuantize"));
  }

  /// Returns whether activations are quantised before they are multiplied with 4-bit weights.
  boolean quantisesActivations() {
    return attributes.getOrDefault(ACCURACY, Set.of()).contains(COARSE_ACTIVATIONS);
  }

  /// Returns whether activations are quantised, so that the last bits of a sum can change a row by
  /// much.
  boolean roundsByRun() {
    return quantisesDynamically() || quantisesActivations();
  }

  /// Returns whether weights have half precision, for which CPUs have few kernels.
  boolean holdsHalves() {
    return elements.containsKey(FLOAT16) || elements.containsKey(BFLOAT16);
  }

  /// The facts of a copy of the graph with float32 in place of half precision.
  GraphFacts inFloat32() {
    var others = new TreeMap<>(elements);
    others.remove(FLOAT16);
    others.remove(BFLOAT16);
    return new GraphFacts(others, externalFiles, operators, functions, attributes);
  }

  /// Returns whether the runtime should not make copies of the weights in its kernels' layout.
  ///
  /// Without the copies, matrices of fewer bits are multiplied up to 90 times slower, those of
  /// float32 a quarter slower. But a float32 file is then mapped and used directly, so 4 GB need
  /// not be read and copied before the first answer.
  boolean isBestUnpacked() {
    var weights = weightElements();
    long float32Count = weights.getOrDefault(FLOAT32, 0L);
    return weights.size() == 1 && float32Count >= MIN_UNPACKED;
  }

  /// Returns whether intermediate results are rounded so coarsely that rows of the same tokens
  /// differ visibly.
  boolean roundsCoarsely() {
    return holdsHalves()
        || operators.stream()
            .anyMatch(name -> name.contains("QuantizeLinear") || name.endsWith("MatMulNBits"));
  }

  /// The widest attention window; 0 if there is none.
  int attentionWindow() {
    var windows = attributes.getOrDefault(WINDOW, Set.of());
    long widest = windows.stream().mapToLong(Long::longValue).max().orElse(0);
    return Math.clamp(widest, 0, Integer.MAX_VALUE);
  }

  /// The data type of most weights.
  String precision() {
    var packed = operators.contains("com.microsoft.MatMulNBits");
    int commonest = 0;
    for (var entry : weightElements().entrySet()) {
      if (commonest == 0 || entry.getValue() > weightElements().getOrDefault(commonest, 0L)) {
        commonest = entry.getKey();
      }
    }
    var name = TYPE_NAMES.getOrDefault(commonest, "unknown");
    return packed && name.equals("uint8") ? "packed 2- to 8-bit (MatMulNBits)" : name;
  }

  /// The number of stored weights; packed weights count as stored.
  long parameterCount() {
    return weightElements().values().stream().mapToLong(Long::longValue).sum();
  }

  /// The weights without the integers of shapes and indices.
  private Map<Integer, Long> weightElements() {
    var weights = new HashMap<>(elements);
    weights.keySet().retainAll(TYPE_NAMES.keySet());
    return weights;
  }
}
