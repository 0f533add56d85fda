package kelvin.onnx.training;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kelvin.onnx.gradient.tape.LayerNames;
import kelvin.onnx.surgery.Graph;
import kelvin.onnx.surgery.Node;
import kelvin.onnx.surgery.Tensor;
import kelvin.onnx.surgery.UnknownPartException;

/// Finds the weights of a graph by what is done with them, never by their names.
///
/// A weight is a list or matrix of float32 numbers that takes part in an operation with what is
/// computed from the embeddings. So tables of angles and positions for rotations are none: they
/// meet no such number, or as numbers of more axes. A matrix that is looked up by places is one if
/// its rows are as wide as the embeddings.
public final class WeightRule {

  /// Operators through which a weight passes before it is used.
  private static final Set<String> PASSING =
      Set.of("Identity", "Transpose", "Reshape", "Unsqueeze", "Squeeze", "Add", "Mul");

  /// Operators that use weights.
  private static final Set<String> USING =
      Set.of(
          "MatMul",
          "Gemm",
          "Add",
          "Sub",
          "Mul",
          "Div",
          "LayerNormalization",
          "SimplifiedLayerNormalization",
          "RMSNormalization",
          "SkipLayerNormalization",
          "SkipSimplifiedLayerNormalization",
          "BiasGelu",
          "FastGelu",
          "FusedMatMul");

  private static final Set<String> PACKED =
      Set.of(
          "DequantizeLinear",
          "MatMulNBits",
          "MatMulInteger",
          "MatMulIntegerToFloat",
          "DynamicQuantizeMatMul",
          "QLinearMatMul",
          "MatMulBnb4",
          "MatMulFpQ4",
          "GatherBlockQuantized");

  private final Graph graph;
  private final LayerNames layers;

  /// A weight of a graph.
  ///
  /// @param users the nodes that use it
  /// @param place the operator and the layer of the first of them
  /// @param embeds whether rows of it are looked up
  public record Weight(Tensor tensor, List<Node> users, String place, boolean embeds) {}

  public WeightRule(Graph graph) {
    this.graph = graph;
    layers = new LayerNames(graph);
  }

  /// @param vectors the value with the vectors of the tokens
  /// @param width the length of a vector
  /// @return the weights by their names, in the order of their first use
  /// @throws UnknownPartException if weights are packed or of half precision
  public Map<String, Weight> find(String vectors, long width) throws UnknownPartException {
    var found = new LinkedHashMap<String, Weight>();
    var reached = new HashSet<>(Set.of(vectors));
    for (var node : graph.nodes()) {
      boolean meets = node.inputs().stream().anyMatch(reached::contains);
      if (node.operator().equals("Gather")) {
        lookup(node, width, found);
      }
      if (meets) {
        requirePlain(node);
        if (USING.contains(node.operator())) {
          for (var input : node.inputs()) {
            use(node, input, reached, found);
          }
        }
        reached.addAll(node.outputs());
      }
    }
    return found;
  }

  private void requirePlain(Node node) throws UnknownPartException {
    if (PACKED.contains(node.operator())) {
      throw new UnknownPartException(
          "The weights of "
              + node.operator()
              + " "
              + layers.of(node)
              + " are quantised, and whole numbers cannot be trained in small steps. Fine-tune a"
              + " float32 export, or a head (--depth head).");
    }
  }

  private void lookup(Node node, long width, Map<String, Weight> found)
      throws UnknownPartException {
    var tensor = graph.tensor(node.input(0));
    if (tensor.isPresent()
        && node.integer("axis", 0) == 0
        && tensor.get().dimensions().size() == 2
        && tensor.get().dimensions().getLast() == width
        && tensor.get().isReal()) {
      add(tensor.get(), node, true, found);
    }
  }

  private void use(Node node, String input, Set<String> reached, Map<String, Weight> found)
      throws UnknownPartException {
    var open = new ArrayDeque<String>(List.of(input));
    while (!open.isEmpty()) {
      var value = open.removeFirst();
      if (value.isEmpty() || reached.contains(value) || !graph.isConstant(value)) {
        continue;
      }
      var tensor = graph.tensor(value);
      var producer = graph.producer(value);
      if (tensor.isPresent() && producer.isEmpty()) {
        if (isWeight(tensor.get())) {
          add(tensor.get(), node, false, found);
        }
      } else if (producer.isPresent()) {
        requirePlain(producer.get());
        if (producer.get().operator().equals("Cast")) {
          requireFloat(producer.get().input(0), node);
        }
        if (PASSING.contains(producer.get().operator())) {
          open.addAll(producer.get().inputs());
        }
      }
    }
  }

  private void requireFloat(String value, Node node) throws UnknownPartException {
    var tensor = graph.tensor(value);
    if (tensor.isPresent() && isHalf(tensor.get())) {
      throw half(node);
    }
  }

  private static boolean isHalf(Tensor tensor) {
    return tensor.type() == Tensor.FLOAT16 || tensor.type() == Tensor.BFLOAT16;
  }

  private UnknownPartException half(Node node) {
    return new UnknownPartException(
        "The weights of "
            + node.operator()
            + " "
            + layers.of(node)
            + " are of half precision, in which small steps get lost. Fine-tune a float32 export, or"
            + " a head (--depth head).");
  }

  private static boolean isWeight(Tensor tensor) {
    int axes = tensor.dimensions().size();
    return tensor.isReal() && (axes == 1 || axes == 2) && tensor.elements() > 1;
  }

  private void add(Tensor tensor, Node node, boolean embeds, Map<String, Weight> found)
      throws UnknownPartException {
    if (tensor.type() != Tensor.FLOAT32) {
      throw half(node);
    }
    var known = found.get(tensor.name());
    if (known == null) {
      var place = node.operator() + " " + layers.of(node);
      found.put(tensor.name(), new Weight(tensor, List.of(node), place, embeds));
    } else {
      var users = new java.util.ArrayList<>(known.users());
      users.add(node);
      found.put(
          tensor.name(),
          new Weight(tensor, List.copyOf(users), known.place(), known.embeds() || embeds));
    }
  }
}
