/// Reads and writes the wire format of ONNX files, one field at a time.
package kelvin.onnx.wire;
