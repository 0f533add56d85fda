package kelvin.workspace;

import java.util.List;
import java.util.Optional;
import kelvin.engine.label.Normalization;

/// The labels that are compared, and the settings of their scores.
///
/// @param labels in order, as typed
/// @param answer the right label; empty if nobody named one
/// @param closed whether each label is scored together with the text that ends it in the prompt
/// @param contentFree inputs without content; empty for the defaults of the normalisation
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
