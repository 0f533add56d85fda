package kelvin.workspace;

/// The user's work: the part of a session that undo and redo change.
///
/// @param task the task that the prompt started from
public record Work(
    PromptSettings prompt,
    LabelSettings labels,
    SamplingSettings sampling,
    Continuation continuation,
    TaskOrigin task) {

  /// Returns whether both hold the same work. Equal tokens count as the same, whichever copy of a
  /// model they come from.
  public boolean isSameAs(Work another) {
    return prompt.equals(another.prompt)
        && labels.equals(another.labels)
        && sampling.equals(another.sampling)
        && task.equals(another.task)
        && continuation.tokens().equals(another.continuation.tokens());
  }
}
