package kelvin.workspace;

/// A continuation that was set aside when its prompt changed.
///
/// @param prompt the text that the model got
public record Branch(String prompt, Continuation continuation) {}
