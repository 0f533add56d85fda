package kelvin.workspace;

import java.util.List;
import java.util.Optional;

/// The answers that are compared, and how their scores are made comparable.
///
/// @param labels in order, as typed
/// @param answer the right one of them; none where nobody said
/// @param closed whether each is scored with what ends it in the prompt
/// @param normalization by the name that `kelvin label --normalize` takes
/// @param contentFree inputs without content; empty for the usual ones of the normalisation
public record LabelSettings(
    List<String> labels,
    Optional<String> answer,
    boolean closed,
    String normalization,
    List<String> contentFree) {

  /// No labels.
  public static final LabelSettings NONE =
      new LabelSettings(List.of(), Optional.empty(), false, "none", List.of());

  public LabelSettings {
    labels = List.copyOf(labels);
    contentFree = List.copyOf(contentFree);
  }
}
