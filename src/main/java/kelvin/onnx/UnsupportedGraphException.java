package kelvin.onnx;

/// Thrown for a graph that Kelvin cannot use; reason and remedy are sentences.
final class UnsupportedGraphException extends Exception {

  private static final long serialVersionUID = 1;

  private static final String NEED_CAUSAL =
      "Export a causal language model, for example with: optimum-cli export onnx"
          + " --task text-generation-with-past.";

  private final String remedy;

  UnsupportedGraphException(String reason) {
    this(reason, NEED_CAUSAL);
  }

  UnsupportedGraphException(String reason, String remedy) {
    super(reason);
    this.remedy = remedy;
  }

  String reason() {
    return String.valueOf(getMessage());
  }

  String remedy() {
    return remedy;
  }
}
