package kelvin.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import kelvin.ui.distribution.layers.LayersViewModel;
import org.junit.jupiter.api.Test;

/// If these fail, a session opens without the layer that its user looked at, or cannot be opened.
class LayersStateTest {

  private final LayersViewModel viewModel = new LayersViewModel(Runnable::run, Runnable::run);
  private final LayersState state = new LayersState(viewModel);

  @Test
  void whatASessionKeepsComesBack() {
    viewModel.activeProperty().set(true);
    viewModel.layerProperty().set(5);
    var kept = state.get().orElseThrow();

    state.restore(null);
    assertFalse(viewModel.activeProperty().get());
    assertNull(viewModel.layerProperty().get());
    state.restore(kept);

    assertTrue(viewModel.activeProperty().get());
    assertEquals(5, viewModel.layerProperty().get());
    assertEquals(Map.of("shown", true, "layer", 5L), kept);
  }

  @Test
  void theDefaultsTakeNoRoom() {
    assertEquals(Optional.empty(), state.get());
  }

  @Test
  void whatMakesNoSenseIsTheDefault() {
    for (var odd : new Object[] {"text", Map.of("layer", -1L), Map.of("shown", 1L, "layer", "5")}) {
      state.restore(odd);
      assertEquals(Optional.empty(), state.get());
    }
  }
}
