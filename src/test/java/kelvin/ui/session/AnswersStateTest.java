package kelvin.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import kelvin.engine.answer.AnswerLimits;
import kelvin.engine.answer.StopText;
import kelvin.ui.answer.WholeAnswersViewModel;
import org.junit.jupiter.api.Test;

/// If these fail, a session opens without the answers that its user looked at, or cannot be opened.
class AnswersStateTest {

  private final WholeAnswersViewModel viewModel = new WholeAnswersViewModel(Runnable::run);
  private final AnswersState state = new AnswersState(viewModel);

  @Test
  void whatASessionKeepsComesBack() {
    viewModel.shownProperty().set(true);
    viewModel.stopTextProperty().set(new StopText("END\n"));
    viewModel.budgetProperty().set(70);
    var kept = state.get().orElseThrow();

    state.restore(null);
    assertFalse(viewModel.shownProperty().get());
    assertEquals(StopText.LINE_END, viewModel.stopTextProperty().get());
    state.restore(kept);

    assertTrue(viewModel.shownProperty().get());
    assertEquals("END\n", viewModel.stopTextProperty().get().text());
    assertEquals(70, viewModel.budgetProperty().get());
    assertEquals(Map.of("shown", true, "stopText", "END\n", "budget", 70L), kept);
  }

  @Test
  void theDefaultsTakeNoRoom() {
    assertEquals(Optional.empty(), state.get());
  }

  @Test
  void whatMakesNoSenseIsTheDefault() {
    state.restore(Map.of("shown", "yes", "stopText", "", "budget", -3L));
    assertEquals(Optional.empty(), state.get());

    state.restore(Map.of("budget", Long.MAX_VALUE));
    assertEquals(WholeAnswersViewModel.MAX_BUDGET, viewModel.budgetProperty().get());
    state.restore("text");
    assertEquals(AnswerLimits.DEFAULT_RUNS, viewModel.budgetProperty().get());
  }
}
