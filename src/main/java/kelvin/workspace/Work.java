package kelvin.workspace;

/// What the user did: the part of a session that undo and redo go back and forth in.
public record Work(
    ComposedPrompt prompt,
    LabelSettings labels,
    SamplingSettings sampling,
    Continuation continuation) {}
