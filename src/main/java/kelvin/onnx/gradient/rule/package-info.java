/// The derivatives of operators, one rule for each.
package kelvin.onnx.gradient.rule;
