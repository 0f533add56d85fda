package kelvin.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What an `.onnx` file says of itself, read without loading it.
///
/// @param elements how many numbers the weights of each ONNX data type hold
/// @param externalFiles the files, relative to the graph's folder, that hold weights
/// @param operators the operators that occur, such as `MatMul` or `com.microsoft.MatMulNBits`
/// @param functions operators that the file itself defines
/// @param attributes the values of the few attributes that matter here
record GraphFacts(
    Map<Integer, Long> elements,
    Set<String> externalFiles,
    Set<String> operators,
    Set<String> functions,
    Map<String, Set<Long>> attributes) {

  /// How many positions attention sees, where it does not see all.
  static final String WINDOW = "local_window_size";

  /// What `MatMulNBits` may do to activations.
  static final String ACCURACY = "accuracy_level";

  /// Turns them to 8 bits.
  private static final long COARSE_ACTIVATIONS = 4;

  /// Numbers of float32 in 4 GB.
  private static final long LEAST_UNPACKED = 1L << 30;

  private static final int FLOAT32 = 1;
  private static final int FLOAT16 = 10;
  private static final int BFLOAT16 = 16;

  /// ONNX's own numbers for its data types.
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

  /// @throws IOException when the file is damaged, with where
  static GraphFacts read(Path file) throws IOException {
    return GraphFactsReader.read(file);
  }

  /// Whether activations are quantised over all new tokens at once, so that rows depend a little on
  /// what runs with them.
  boolean quantisesDynamically() {
    return operators.stream().anyMatch(name -> name.contains("DynamicQuantize"));
  }

  /// Whether activations are quantised where they meet weights of four bits.
  boolean quantisesActivations() {
    return attributes.getOrDefault(ACCURACY, Set.of()).contains(COARSE_ACTIVATIONS);
  }

  /// Whether weights are kept in half precision, for which processors have few kernels.
  boolean holdsHalves() {
    return elements.containsKey(FLOAT16) || elements.containsKey(BFLOAT16);
  }

  /// The same of a copy of the graph in which half precision is float32.
  GraphFacts inFloat32() {
    var others = new TreeMap<>(elements);
    others.remove(FLOAT16);
    others.remove(BFLOAT16);
    return new GraphFacts(others, externalFiles, operators, functions, attributes);
  }

  /// Whether the runtime should not lay out copies of the weights for its kernels.
  ///
  /// Without them, matrices of fewer bits are multiplied up to 90 times slower, those of float32 a
  /// fourth slower; but a file of float32 is then used as it is, mapped, and 4 GB of it need not be
  /// read and copied before the first answer.
  boolean isBestUnpacked() {
    var weights = weightElements();
    long singles = weights.getOrDefault(FLOAT32, 0L);
    return weights.size() == 1 && singles >= LEAST_UNPACKED;
  }

  /// Whether numbers are rounded on the way so coarsely that rows of equal tokens differ visibly.
  boolean roundsCoarsely() {
    return holdsHalves()
        || operators.stream()
            .anyMatch(name -> name.contains("QuantizeLinear") || name.endsWith("MatMulNBits"));
  }

  /// The widest window of attention, 0 without one.
  int attentionWindow() {
    var windows = attributes.getOrDefault(WINDOW, Set.of());
    long widest = windows.stream().mapToLong(Long::longValue).max().orElse(0);
    return Math.clamp(widest, 0, Integer.MAX_VALUE);
  }

  /// The type that most weights have.
  String precision() {
    var packed = operators.contains("com.microsoft.MatMulNBits");
    int most = 0;
    for (var entry : weightElements().entrySet()) {
      if (most == 0 || entry.getValue() > weightElements().getOrDefault(most, 0L)) {
        most = entry.getKey();
      }
    }
    var name = TYPE_NAMES.getOrDefault(most, "unknown");
    return packed && name.equals("uint8") ? "packed 2- to 8-bit (MatMulNBits)" : name;
  }

  /// How many numbers are stored as weights; packed weights count as stored.
  long parameterCount() {
    return weightElements().values().stream().mapToLong(Long::longValue).sum();
  }

  /// Without the integers of shapes and indices.
  private Map<Integer, Long> weightElements() {
    var weights = new HashMap<>(elements);
    weights.keySet().retainAll(TYPE_NAMES.keySet());
    return weights;
  }
}
