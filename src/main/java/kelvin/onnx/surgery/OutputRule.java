package kelvin.onnx.surgery;

/// Finds the output matrix: the vectors of tokens that the head multiplies with the last hidden
/// state.
public final class OutputRule {

  private static final String PART = "output matrix";

  private final Graph graph;
  private final MatrixRule matrices;

  public OutputRule(Graph graph) {
    this.graph = graph;
    matrices = new MatrixRule(graph);
  }

  /// @param logits the output with the logits
  public StoredMatrix find(String logits) throws UnknownPartException {
    var head = new HeadRule(graph).find(logits);
    var product = head.products().getFirst();
    if (head.products().size() > 1) {
      throw new UnknownPartException(
          "The output matrix cannot be read: it is cut into " + head.products().size() + " parts.");
    }
    return switch (product.operator()) {
      case "MatMulNBits" -> matrices.ofBits(product);
      case "MatMul", "Gemm", "FusedMatMul", "FusedGemm" -> ofFactors(product);
      default ->
          throw new UnknownPartException(
              "The output matrix cannot be read: it is quantised for an operator "
                  + product.operator()
                  + ".");
    };
  }

  private StoredMatrix ofFactors(Node product) throws UnknownPartException {
    if (graph.isConstant(product.input(1))) {
      var stored = matrices.of(product.input(1), PART);
      return product.integer("transB", 0) == 0 ? matrices.turned(stored) : stored;
    }
    var stored = matrices.of(product.input(0), PART);
    return product.integer("transA", 0) == 0 ? stored : matrices.turned(stored);
  }
}
