package kelvin.workspace.token;

/// A continuation of a prompt that has changed since.
///
/// @param prompt the text that the model got
public record Branch(String prompt, Continuation continuation) {}
