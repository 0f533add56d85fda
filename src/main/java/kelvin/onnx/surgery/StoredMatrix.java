package kelvin.onnx.surgery;

import java.util.Optional;

/// A matrix with a vector for each token, as a graph stores it.
///
/// @param tokens the number of tokens
/// @param width the length of a vector
/// @param byToken whether each token's numbers stand together; else each dimension's do
/// @param bits the bits of one number
/// @param scaling the scales of integers; empty for real numbers
public record StoredMatrix(
    Tensor data, long tokens, long width, boolean byToken, int bits, Optional<Scaling> scaling) {

  /// The real numbers that integers stand for: `(q - zero) * scale`.
  ///
  /// A number has the scale `token / tokenBlock * tokenStride + dimension / widthBlock *
  /// widthStride`.
  ///
  /// @param zeros the zero points in the order of the scales, in the type of the data; empty if all
  ///     are `defaultZero`
  /// @param packed whether two zero points of four bits share a byte, with each token's zero points
  ///     beginning at a byte
  public record Scaling(
      Tensor scales, Optional<Tensor> zeros, int defaultZero, Layout layout, boolean packed) {}

  /// The scale of each number.
  public record Layout(long tokenStride, long widthBlock, long widthStride) {

    long place(long token, long dimension) {
      return token * tokenStride + dimension / widthBlock * widthStride;
    }
  }
}
