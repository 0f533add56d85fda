package kelvin.onnx;

/// The open graphs of a model, with the result of their load probes.
///
/// @param runner owns the graphs
record ProvenGraphs(ModelGraphs graphs, GraphRunner runner, CacheModes modes, ModelProof proof) {}
