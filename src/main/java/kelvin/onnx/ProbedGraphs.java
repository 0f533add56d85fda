package kelvin.onnx;

/// The open graphs of a model, with the result of their load probes.
///
/// @param runner owns the graphs
record ProbedGraphs(
    ModelGraphs graphs, GraphRunner runner, CacheModes modes, GraphAbilities abilities) {}
