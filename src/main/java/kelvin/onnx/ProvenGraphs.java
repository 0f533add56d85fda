package kelvin.onnx;

/// The graphs of a model, open, with what small runs showed that they can do.
///
/// @param runner owns the graphs
record ProvenGraphs(ModelGraphs graphs, GraphRunner runner, CacheModes modes, ModelProof proof) {}
