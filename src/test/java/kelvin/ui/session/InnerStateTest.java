package kelvin.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import kelvin.display.InformationUnit;
import kelvin.display.Shading;
import kelvin.ui.inside.prompt.GradientMeasure;
import kelvin.ui.inside.prompt.InnerShadings;
import org.junit.jupiter.api.Test;

/// A session keeps which layer and head shade the prompt. Otherwise a lecturer finds the mean of
/// all heads where the one head stood that the lecture is about.
class InnerStateTest {

  private final InnerShadings inner =
      new InnerShadings(
          new SimpleObjectProperty<>(Shading.SURPRISAL),
          new SimpleObjectProperty<>(InformationUnit.BITS),
          Runnable::run,
          Runnable::run,
          _ -> Optional.empty());
  private final InnerState state = new InnerState(inner);

  @Test
  void defaultsLeaveNoTrace() {
    assertEquals(Optional.empty(), state.get());
  }

  @Test
  void layerHeadAndTheFirstTokenComeBack() {
    inner.attention().layerProperty().set(3);
    inner.attention().headProperty().set(2);
    inner.attention().withoutStartProperty().set(true);
    var kept = state.get().orElseThrow();

    state.restore(null);
    assertEquals(0, inner.attention().layerProperty().get());
    assertFalse(inner.attention().withoutStartProperty().get());
    state.restore(kept);

    assertEquals(3, inner.attention().layerProperty().get());
    assertEquals(2, inner.attention().headProperty().get());
    assertTrue(inner.attention().withoutStartProperty().get());
  }

  @Test
  void whatTheGradientShowsComesBack() {
    inner.gradient().measureProperty().set(GradientMeasure.NORM);
    var kept = state.get().orElseThrow();

    state.restore(null);
    assertEquals(GradientMeasure.PRODUCT, inner.gradient().measureProperty().get());
    state.restore(kept);

    assertEquals(GradientMeasure.NORM, inner.gradient().measureProperty().get());
  }

  @Test
  void whatMakesNoSenseBecomesTheMean() {
    state.restore(Map.of("layer", -4L, "head", "two", "withoutStart", 1L, "gradient", "steep"));

    assertEquals(Optional.empty(), state.get());
  }
}
