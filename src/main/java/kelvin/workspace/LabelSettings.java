package kelvin.workspace;

import java.util.List;
import java.util.Optional;
import kelvin.engine.label.Normalization;

/// The answers that are compared, and how their scores are made comparable.
///
/// @param labels in order, as typed
/// @param answer the right one of them; none where nobody said
/// @param closed whether each is scored with what ends it in the prompt
/// @param contentFree inputs without content; empty for the usual ones of the normalisation
public record LabelSettings(
    List<String> labels,
    Optional<String> answer,
    boolean closed,
    Normalization normalization,
    List<String> contentFree) {

  /// No labels.
  public static final LabelSettings NONE =
      new LabelSettings(List.of(), Optional.empty(), false, Normalization.NONE, List.of());

  public LabelSettings {
    labels = List.copyOf(labels);
    contentFree = List.copyOf(contentFree);
  }
}
