package kelvin.engine.inside;

import kelvin.text.Choice;

/// The ways to compare the vectors of two tokens.
public enum Similarity implements Choice {
  /// The cosine of the angle between them, from −1 to 1; 0 where a vector is zero.
  COSINE("cosine"),
  /// Their dot product.
  DOT("dot");

  private final String label;

  Similarity(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /// @param product the dot product
  /// @param squares the product of the squares of the lengths
  double of(double product, double squares) {
    return switch (this) {
      case DOT -> product;
      case COSINE -> squares == 0 ? 0 : Math.clamp(product / Math.sqrt(squares), -1, 1);
    };
  }
}
