package kelvin.engine.inside;

/// A token near another one.
public record Neighbor(int id, double similarity) {}
