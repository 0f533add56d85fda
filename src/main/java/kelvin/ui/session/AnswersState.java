package kelvin.ui.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kelvin.engine.answer.AnswerLimits;
import kelvin.engine.answer.StopText;
import kelvin.ui.answer.WholeAnswersViewModel;
import org.jspecify.annotations.Nullable;

/// Reads the settings of the whole answers for a session and restores them.
///
/// They are a member of their own at the top level, where versions that do not know it keep it.
/// Like the other settings of the view they are no work: a change of them alone is not asked
/// about.
final class AnswersState {

  /// The member of a session.
  static final String MEMBER = "answers";

  private static final String SHOWN = "shown";
  private static final String STOP_TEXT = "stopText";
  private static final String BUDGET = "budget";

  private final WholeAnswersViewModel viewModel;

  AnswersState(WholeAnswersViewModel viewModel) {
    this.viewModel = viewModel;
  }

  /// Empty while all settings are the defaults.
  Optional<Map<String, Object>> get() {
    var members = new HashMap<String, Object>();
    if (viewModel.shownProperty().get()) {
      members.put(SHOWN, true);
    }
    if (!viewModel.stopTextProperty().get().equals(StopText.LINE_END)) {
      members.put(STOP_TEXT, viewModel.stopTextProperty().get().text());
    }
    if (viewModel.budgetProperty().get() != AnswerLimits.DEFAULT_RUNS) {
      members.put(BUDGET, (long) viewModel.budgetProperty().get());
    }
    return members.isEmpty() ? Optional.empty() : Optional.of(members);
  }

  /// Settings that are missing or make no sense get their defaults.
  void restore(@Nullable Object member) {
    var members = member instanceof Map<?, ?> map ? map : Map.of();
    viewModel
        .stopTextProperty()
        .set(
            members.get(STOP_TEXT) instanceof String text && !text.isEmpty()
                ? new StopText(text)
                : StopText.LINE_END);
    viewModel
        .budgetProperty()
        .set(
            members.get(BUDGET) instanceof Long runs && runs >= 0
                ? (int) Math.min(runs, WholeAnswersViewModel.MAX_BUDGET)
                : AnswerLimits.DEFAULT_RUNS);
    viewModel.shownProperty().set(Boolean.TRUE.equals(members.get(SHOWN)));
  }
}
