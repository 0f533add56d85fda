package kelvin.workspace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.workspace.token.Branch;
import kelvin.workspace.token.ModelReference;

/// The content of a `.kelvin` file: the user's work, the results, and the settings of the display.
/// Immutable.
///
/// @param work the part that undo and redo change
/// @param setAside continuations of prompts that have changed since, the latest last
/// @param results the results of sweeps; undo does not change them
/// @param model the model that was open; empty if none was opened
/// @param other by name, settings of the view that have a member of their own, and members of the
///     file that this version does not know; those are kept unchanged
public record Session(
    Work work,
    List<Branch> setAside,
    List<ResultTable> results,
    ViewSettings viewSettings,
    Optional<ModelReference> model,
    Map<String, Object> other) {

  public Session {
    setAside = List.copyOf(setAside);
    results = List.copyOf(results);
    other = Map.copyOf(other);
  }

  /// Replaces the members that are kept unchanged.
  Session withOther(Map<String, Object> members) {
    return new Session(work, setAside, results, viewSettings, model, members);
  }

  /// Returns whether the other session holds the same work and the same results, so that saving it
  /// instead would lose none of them.
  public boolean holdsSameWork(Session another) {
    return work.isSameAs(another.work) && results.equals(another.results);
  }

  /// Returns whether this session has tokens set aside that the other one does not keep. Tokens
  /// that are the present work count as kept.
  public boolean keepsMoreThan(Session another) {
    var present = work.continuation().tokens();
    return setAside.stream()
        .filter(branch -> !another.setAside.contains(branch))
        .anyMatch(branch -> !branch.continuation().tokens().equals(present));
  }
}
