package kelvin.ui.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kelvin.display.Compared;
import kelvin.display.DifferenceOf;
import kelvin.text.Choice;
import kelvin.ui.compare.CompareViewModel;
import org.jspecify.annotations.Nullable;

/// Reads the settings of the view of the page Compare for a session and restores them. Its prompts
/// and samplings are work; these are not.
final class ComparedState {

  /// The member of a session.
  static final String MEMBER = "compareView";

  private static final String SHOWN = "shown";
  private static final String DIFFERENCE = "difference";

  private final CompareViewModel viewModel;

  ComparedState(CompareViewModel viewModel) {
    this.viewModel = viewModel;
  }

  /// Empty while all settings are the defaults.
  Optional<Map<String, Object>> get() {
    var members = new HashMap<String, Object>();
    if (viewModel.comparedProperty().get() != Compared.TOKEN) {
      members.put(SHOWN, viewModel.comparedProperty().get().label());
    }
    if (viewModel.differenceOfProperty().get() != DifferenceOf.DRAWN) {
      members.put(DIFFERENCE, viewModel.differenceOfProperty().get().label());
    }
    return members.isEmpty() ? Optional.empty() : Optional.of(members);
  }

  /// Settings that are missing or unknown get their defaults.
  void restore(@Nullable Object member) {
    var members = member instanceof Map<?, ?> map ? map : Map.of();
    viewModel
        .comparedProperty()
        .set(
            members.get(SHOWN) instanceof String word
                ? Choice.find(Compared.ALL, word).orElse(Compared.TOKEN)
                : Compared.TOKEN);
    viewModel
        .differenceOfProperty()
        .set(
            members.get(DIFFERENCE) instanceof String word
                ? Choice.find(DifferenceOf.ALL, word).orElse(DifferenceOf.DRAWN)
                : DifferenceOf.DRAWN);
  }
}
