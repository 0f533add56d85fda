package kelvin.onnx.surgery;

import java.util.Optional;
import java.util.Set;
import kelvin.onnx.surgery.StoredMatrix.Layout;
import kelvin.onnx.surgery.StoredMatrix.Scaling;

/// Finds how a graph stores a matrix with a vector for each token.
final class MatrixRule {

  private static final long WHOLE = Long.MAX_VALUE;

  private final Graph graph;

  MatrixRule(Graph graph) {
    this.graph = graph;
  }

  /// The matrix that a constant value holds, with a row for each token.
  ///
  /// @param part the name of the matrix in messages
  StoredMatrix of(String value, String part) throws UnknownPartException {
    var tensor = graph.tensor(value);
    if (tensor.isPresent()) {
      return plain(tensor.get(), part);
    }
    var node =
        graph
            .producer(value)
            .orElseThrow(() -> unknown(part, "the value " + value + " has no weights"));
    return switch (node.operator()) {
      case "Cast", "Identity" -> of(node.input(0), part);
      case "Transpose" -> turned(of(node.input(0), part));
      case "DequantizeLinear" -> dequantized(of(node.input(0), part), node, part);
      default -> throw unknown(part, "it is computed by an operator " + node.operator());
    };
  }

  private static UnknownPartException unknown(String part, String reason) {
    return new UnknownPartException("The " + part + " cannot be read: " + reason + ".");
  }

  private static StoredMatrix plain(Tensor tensor, String part) throws UnknownPartException {
    if (tensor.dimensions().size() != 2) {
      throw unknown(part, tensor.name() + " has the shape " + tensor.dimensions());
    }
    return new StoredMatrix(
        tensor,
        tensor.dimensions().get(0),
        tensor.dimensions().get(1),
        true,
        bits(tensor, part),
        Optional.empty());
  }

  private static int bits(Tensor tensor, String part) throws UnknownPartException {
    return switch (tensor.type()) {
      case Tensor.FLOAT32 -> Float.SIZE;
      case Tensor.FLOAT64 -> Double.SIZE;
      case Tensor.FLOAT16, Tensor.BFLOAT16 -> Short.SIZE;
      case Tensor.INT8, Tensor.UINT8 -> Byte.SIZE;
      case Tensor.INT4, Tensor.UINT4 -> 4;
      default -> throw unknown(part, tensor.name() + " has the data type " + tensor.type());
    };
  }

  /// The same matrix with its rows as columns.
  StoredMatrix turned(StoredMatrix matrix) {
    return new StoredMatrix(
        matrix.data(),
        /* tokens= */ matrix.width(),
        /* width= */ matrix.tokens(),
        !matrix.byToken(),
        matrix.bits(),
        matrix.scaling().map(MatrixRule::turned));
  }

  private static Scaling turned(Scaling scaling) {
    var layout = scaling.layout();
    var other =
        layout.tokenStride() == 0
            ? new Layout(layout.widthStride(), WHOLE, 0)
            : new Layout(0, 1, layout.tokenStride());
    return new Scaling(
        scaling.scales(), scaling.zeros(), scaling.defaultZero(), other, scaling.packed());
  }

  /// The matrix with the scales of a `DequantizeLinear`.
  StoredMatrix dequantized(StoredMatrix matrix, Node node, String part)
      throws UnknownPartException {
    var scales = constant(node, 1, part);
    var zeros = node.has(2) ? Optional.of(constant(node, 2, part)) : Optional.<Tensor>empty();
    long axis = node.integer("axis", 1);
    boolean single = scales.elements() == 1;
    if (matrix.scaling().isPresent() || !matrix.byToken() || node.integer("block_size", 0) != 0) {
      throw unknown(part, "its quantisation is not one that Kelvin knows");
    }
    boolean byToken = scales.elements() == matrix.tokens() && (axis == 0 || axis == -2);
    boolean byWidth = scales.elements() == matrix.width() && !byToken;
    if (!single && !byToken && !byWidth) {
      throw unknown(part, "its scales have the shape " + scales.dimensions());
    }
    var layout =
        single ? new Layout(0, WHOLE, 0) : byToken ? new Layout(1, WHOLE, 0) : new Layout(0, 1, 1);
    return new StoredMatrix(
        matrix.data(),
        matrix.tokens(),
        matrix.width(),
        true,
        matrix.bits(),
        Optional.of(new Scaling(scales, zeros, 0, layout, matrix.bits() == 4)));
  }

  private Tensor constant(Node node, int place, String part) throws UnknownPartException {
    var value = node.input(place);
    for (var cast = graph.producer(value);
        cast.isPresent() && Set.of("Cast", "Identity").contains(cast.get().operator());
        cast = graph.producer(value)) {
      value = cast.get().input(0);
    }
    return graph
        .tensor(value)
        .orElseThrow(() -> unknown(part, "a scale of " + node.operator() + " is computed"));
  }

  /// The matrix of a `GatherBlockQuantized`.
  StoredMatrix ofBlocks(Node node) throws UnknownPartException {
    var part = "input embedding";
    var data = constant(node, 0, part);
    var scales = constant(node, 2, part);
    var zeros = node.has(3) ? Optional.of(constant(node, 3, part)) : Optional.<Tensor>empty();
    int bits = data.type() == Tensor.UINT8 ? (int) node.integer("bits", 4) : bits(data, part);
    long axis = node.integer("quantize_axis", 1);
    boolean known =
        Set.of(4, 8).contains(bits)
            && data.dimensions().size() == 2
            && scales.dimensions().size() == 2
            && node.integer("gather_axis", 0) == 0
            && (axis == 1 || axis == -1);
    if (!known) {
      throw unknown(part, "its blocks are not along the vectors of tokens");
    }
    boolean packed = data.type() == Tensor.UINT8 && bits == 4;
    long width = data.dimensions().get(1) * (packed ? 2 : 1);
    var layout = new Layout(scales.dimensions().get(1), node.integer("block_size", 128), 1);
    int zero = data.type() == Tensor.UINT8 ? 1 << (bits - 1) : 0;
    return new StoredMatrix(
        data,
        data.dimensions().get(0),
        width,
        true,
        bits,
        Optional.of(new Scaling(scales, zeros, zero, layout, bits == 4)));
  }

  /// The matrix of a `MatMulNBits`.
  StoredMatrix ofBits(Node node) throws UnknownPartException {
    var part = "output matrix";
    var data = constant(node, 1, part);
    var scales = constant(node, 2, part);
    var zeros = node.has(3) ? Optional.of(constant(node, 3, part)) : Optional.<Tensor>empty();
    int bits = (int) node.integer("bits", 4);
    long width = node.integer("K", 0);
    long tokens = node.integer("N", 0);
    long block = node.integer("block_size", 32);
    boolean ordered = node.inputs().size() > 4 && node.has(4);
    if (!Set.of(4, 8).contains(bits) || width % block != 0 || ordered) {
      throw unknown(part, "its " + bits + "-bit blocks are not ones that Kelvin knows");
    }
    if (zeros.filter(Tensor::isReal).isPresent()) {
      throw unknown(part, "its zero points are real numbers");
    }
    var layout = new Layout(width / block, block, 1);
    return new StoredMatrix(
        data,
        tokens,
        width,
        true,
        bits,
        Optional.of(new Scaling(scales, zeros, 1 << (bits - 1), layout, bits == 4)));
  }
}
