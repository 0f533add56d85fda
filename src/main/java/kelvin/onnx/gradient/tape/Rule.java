package kelvin.onnx.gradient.tape;

import kelvin.onnx.surgery.UnknownPartException;

/// The derivative of an operator.
@FunctionalInterface
public interface Rule {

  /// Gives each wanted input its part of the gradient.
  ///
  /// @throws UnknownPartException if this use of the operator is not known
  void apply(Step step) throws UnknownPartException;
}
