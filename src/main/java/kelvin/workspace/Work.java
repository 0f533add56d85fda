package kelvin.workspace;

import kelvin.workspace.comparison.Comparison;
import kelvin.workspace.map.MapTokens;
import kelvin.workspace.paths.Paths;
import kelvin.workspace.token.Continuation;

/// The user's work: the part of a session that undo and redo change.
///
/// @param task the task that the prompt started from
/// @param comparison the sides of the page Compare
/// @param map the tokens on the map
/// @param paths all continuations that are kept
public record Work(
    PromptSettings prompt,
    LabelSettings labels,
    SamplingSettings sampling,
    Continuation continuation,
    TaskOrigin task,
    Comparison comparison,
    MapTokens map,
    Paths paths) {

  /// Work without a map or kept paths.
  public Work(
      PromptSettings prompt,
      LabelSettings labels,
      SamplingSettings sampling,
      Continuation continuation,
      TaskOrigin task,
      Comparison comparison) {
    this(prompt, labels, sampling, continuation, task, comparison, MapTokens.NONE, Paths.NONE);
  }

  /// Work with nothing to compare.
  public Work(
      PromptSettings prompt,
      LabelSettings labels,
      SamplingSettings sampling,
      Continuation continuation,
      TaskOrigin task) {
    this(prompt, labels, sampling, continuation, task, Comparison.NONE);
  }

  /// Returns whether both hold the same work. Equal tokens count as the same, whichever copy of a
  /// model they come from.
  public boolean isSameAs(Work another) {
    return prompt.equals(another.prompt)
        && labels.equals(another.labels)
        && sampling.equals(another.sampling)
        && task.equals(another.task)
        && comparison.equals(another.comparison)
        && map.equals(another.map)
        && continuation.tokens().equals(another.continuation.tokens())
        && paths.isSameAs(continuation, another.paths, another.continuation);
  }

  /// The same work with other tokens on the map.
  public Work withMap(MapTokens other) {
    return new Work(prompt, labels, sampling, continuation, task, comparison, other, paths);
  }

  /// The same work with other paths.
  public Work withPaths(Paths other) {
    return new Work(prompt, labels, sampling, continuation, task, comparison, map, other);
  }
}
