package kelvin.ui.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kelvin.ui.distribution.layers.LayersViewModel;
import org.jspecify.annotations.Nullable;

/// Reads the layer film for a session and restores it: whether it is shown, and the layer that is
/// looked at.
///
/// It is a member of its own at the top level, where versions that do not know it keep it. Like the
/// other settings of the view it is no work: a change of it alone is not asked about.
final class LayersState {

  /// The member of a session.
  static final String MEMBER = "layers";

  private static final String SHOWN = "shown";
  private static final String LAYER = "layer";

  private final LayersViewModel viewModel;

  LayersState(LayersViewModel viewModel) {
    this.viewModel = viewModel;
  }

  /// Empty while all is as at first.
  Optional<Map<String, Object>> get() {
    var members = new LinkedHashMap<String, Object>();
    if (viewModel.activeProperty().get()) {
      members.put(SHOWN, true);
    }
    var layer = viewModel.layerProperty().get();
    if (layer != null) {
      members.put(LAYER, (long) layer);
    }
    return members.isEmpty() ? Optional.empty() : Optional.of(members);
  }

  /// Settings that are missing or make no sense get their defaults.
  void restore(@Nullable Object member) {
    var members = member instanceof Map<?, ?> map ? map : Map.of();
    viewModel
        .layerProperty()
        .set(
            members.get(LAYER) instanceof Long layer && layer >= 0 && layer <= Integer.MAX_VALUE
                ? Integer.valueOf(layer.intValue())
                : null);
    viewModel.activeProperty().set(Boolean.TRUE.equals(members.get(SHOWN)));
  }
}
