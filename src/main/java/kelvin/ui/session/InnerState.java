package kelvin.ui.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kelvin.text.Choice;
import kelvin.ui.inside.prompt.GradientMeasure;
import kelvin.ui.inside.prompt.InnerShadings;
import org.jspecify.annotations.Nullable;

/// Reads the choices of the shadings from inside the model for a session and restores them.
///
/// They are a member of their own at the top level, where versions that do not know it keep it.
/// Like the other settings of the view they are no work: a change of them alone is not asked
/// about.
final class InnerState {

  /// The member of a session.
  static final String MEMBER = "inside";

  private static final String LAYER = "layer";
  private static final String HEAD = "head";
  private static final String WITHOUT_START = "withoutStart";
  private static final String GRADIENT = "gradient";

  private final InnerShadings viewModel;

  InnerState(InnerShadings viewModel) {
    this.viewModel = viewModel;
  }

  /// Empty while all choices are the defaults.
  Optional<Map<String, Object>> get() {
    var attention = viewModel.attention();
    var members = new HashMap<String, Object>();
    if (attention.layerProperty().get() > 0) {
      members.put(LAYER, (long) attention.layerProperty().get());
    }
    if (attention.headProperty().get() > 0) {
      members.put(HEAD, (long) attention.headProperty().get());
    }
    if (attention.withoutStartProperty().get()) {
      members.put(WITHOUT_START, true);
    }
    var measure = viewModel.gradient().measureProperty().get();
    if (measure != GradientMeasure.PRODUCT) {
      members.put(GRADIENT, measure.label());
    }
    return members.isEmpty() ? Optional.empty() : Optional.of(members);
  }

  /// Choices that are missing or make no sense get their defaults. A layer or head that the model
  /// does not have becomes the mean once its attention is known.
  void restore(@Nullable Object member) {
    var members = member instanceof Map<?, ?> map ? map : Map.of();
    var attention = viewModel.attention();
    attention.layerProperty().set(number(members.get(LAYER)));
    attention.headProperty().set(number(members.get(HEAD)));
    attention.withoutStartProperty().set(Boolean.TRUE.equals(members.get(WITHOUT_START)));
    var measure =
        members.get(GRADIENT) instanceof String word
            ? Choice.find(GradientMeasure.ALL, word)
            : Optional.<GradientMeasure>empty();
    viewModel.gradient().measureProperty().set(measure.orElse(GradientMeasure.PRODUCT));
  }

  private static int number(@Nullable Object value) {
    return value instanceof Long number && number > 0 && number <= 10_000 ? number.intValue() : 0;
  }
}
