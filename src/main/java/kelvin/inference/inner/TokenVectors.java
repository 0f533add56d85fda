package kelvin.inference.inner;

import kelvin.text.Choice;

/// A vector for each token, as a model stores it: its input embedding or its output matrix.
public interface TokenVectors extends AutoCloseable {

  /// The matrices that have a vector for each token.
  enum Matrix implements Choice {
    /// The vectors with which tokens enter the model.
    INPUT("input"),
    /// The vectors whose product with the last hidden state is a token's logit.
    OUTPUT("output");

    private final String label;

    Matrix(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /// The number of tokens.
  int count();

  int width();

  /// The vector of a token, as the graph uses it.
  float[] vector(int tokenId);

  /// The dot products of all tokens' vectors with another one, summed in double.
  double[] products(float[] vector);

  /// The squares of the Euclidean lengths of all vectors, summed in double.
  double[] squares();

  @Override
  void close();
}
