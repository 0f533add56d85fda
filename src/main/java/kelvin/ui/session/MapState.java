package kelvin.ui.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.inference.inner.TokenVectors.Matrix;
import kelvin.text.Choice;
import kelvin.ui.inside.InsideViewModel;
import kelvin.ui.inside.MapViewModel;
import kelvin.ui.plot.map.Viewport;
import kelvin.workspace.map.MapTokens;
import org.jspecify.annotations.Nullable;

/// Reads the tokens of the map and how it is shown for a session and restores them. The tokens are
/// work, which undo changes; how the map is shown is not.
///
/// It is a member of its own at the top level, where versions that do not know it keep it.
final class MapState {

  /// The member of a session.
  static final String MEMBER = "map";

  private static final String TOKENS = "tokens";
  private static final String MATRIX = "matrix";
  private static final String LABELS = "labels";
  private static final String VIEW = "view";

  private final InsideViewModel inside;

  MapState(InsideViewModel inside) {
    this.inside = inside;
  }

  private MapViewModel map() {
    return inside.map();
  }

  /// Empty while all is as at first.
  Optional<Map<String, Object>> get() {
    var members = new LinkedHashMap<String, Object>();
    var tokens = map().chosenProperty().get();
    if (!tokens.isEmpty()) {
      members.put(TOKENS, tokens.write());
    }
    var matrix = inside.vectors().matrixProperty().get();
    if (matrix != Matrix.INPUT) {
      members.put(MATRIX, matrix.label());
    }
    if (!map().labelledProperty().get()) {
      members.put(LABELS, false);
    }
    var view = map().viewportProperty().get();
    if (!view.equals(Viewport.WHOLE)) {
      members.put(VIEW, List.of(view.x(), view.y(), view.zoom()));
    }
    return members.isEmpty() ? Optional.empty() : Optional.of(members);
  }

  /// The tokens of a member; none where they are missing.
  static MapTokens tokens(@Nullable Object member) {
    return MapTokens.read(member instanceof Map<?, ?> members ? members.get(TOKENS) : null);
  }

  /// Restores how the map is shown. Settings that are missing or unknown get their defaults.
  void restore(@Nullable Object member) {
    var members = member instanceof Map<?, ?> map ? map : Map.of();
    inside
        .vectors()
        .matrixProperty()
        .set(
            members.get(MATRIX) instanceof String word
                ? Choice.find(List.of(Matrix.values()), word).orElse(Matrix.INPUT)
                : Matrix.INPUT);
    map().labelledProperty().set(!Boolean.FALSE.equals(members.get(LABELS)));
    map().viewportProperty().set(view(members.get(VIEW)));
  }

  private static Viewport view(@Nullable Object numbers) {
    if (numbers instanceof List<?> list
        && list.size() == 3
        && list.get(0) instanceof Number x
        && list.get(1) instanceof Number y
        && list.get(2) instanceof Number zoom
        && Double.isFinite(x.doubleValue())
        && Double.isFinite(y.doubleValue())
        && zoom.doubleValue() > 0) {
      return new Viewport(x.doubleValue(), y.doubleValue(), zoom.doubleValue());
    }
    return Viewport.WHOLE;
  }

  void restoreTokens(MapTokens tokens) {
    map().chosenProperty().set(tokens);
  }
}
