package kelvin.onnx.surgery;

/// The last hidden state φ of a graph, which its head multiplies.
///
/// @param value its name; a row for each token
/// @param width the number of dimensions of φ
public record HeadInput(String value, long width) {

  /// @param logits the output with the logits
  /// @throws UnknownPartException if it is not found
  public static HeadInput of(Graph graph, String logits) throws UnknownPartException {
    return new HeadInput(
        new HeadRule(graph).find(logits).features(), new OutputRule(graph).find(logits).width());
  }
}
