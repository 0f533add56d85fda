package kelvin.workspace;

/// The part of a session that undo and redo change.
///
/// @param task that the prompt was begun from
public record Work(
    PromptSettings prompt,
    LabelSettings labels,
    SamplingSettings sampling,
    Continuation continuation,
    TaskOrigin task) {

  /// Whether the user did the same: the same tokens count, whichever copy of a model they are of.
  public boolean isSameAs(Work another) {
    return prompt.equals(another.prompt)
        && labels.equals(another.labels)
        && sampling.equals(another.sampling)
        && task.equals(another.task)
        && continuation.tokens().equals(another.continuation.tokens());
  }
}
