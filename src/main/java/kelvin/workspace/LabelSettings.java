package kelvin.workspace;

import java.util.List;

/// The answers that are compared, and how their scores are made comparable.
///
/// @param labels in order, as typed
/// @param normalization by the name that `kelvin label --normalize` takes
/// @param contentFree inputs without content, for contextual calibration
public record LabelSettings(List<String> labels, String normalization, List<String> contentFree) {

  /// No labels.
  public static final LabelSettings NONE = new LabelSettings(List.of(), "none", List.of());

  public LabelSettings {
    labels = List.copyOf(labels);
    contentFree = List.copyOf(contentFree);
  }
}
