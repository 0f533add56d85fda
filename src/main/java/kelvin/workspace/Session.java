package kelvin.workspace;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that a `.kelvin` file holds: what the user did, what was found out, and how it was
/// looked at. Immutable.
///
/// @param work what the user did; the part that undo goes back and forth in
/// @param putAside what was generated after prompts that have changed since, the latest last
/// @param results of sweeps; they stay when the work is undone
/// @param model that was open; none before the first one opened
/// @param other members of the file that this version does not know, kept as they are
public record Session(
    Work work,
    List<Branch> putAside,
    List<ResultTable> results,
    Outlook outlook,
    Optional<ModelReference> model,
    Map<String, Object> other) {

  public Session {
    putAside = List.copyOf(putAside);
    results = List.copyOf(results);
    other = Map.copyOf(other);
  }

  /// The same with one more member that is kept as it is.
  Session withOther(Map<String, Object> members) {
    return new Session(work, putAside, results, outlook, model, members);
  }

  /// Whether saving the other one instead would lose nothing that the user did or found out.
  public boolean holdsSameWork(Session another) {
    return work.isSameAs(another.work) && results.equals(another.results);
  }
}
