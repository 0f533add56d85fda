package kelvin.ui.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import kelvin.display.BarScale;
import kelvin.display.FigureLook;
import kelvin.display.Theme;
import kelvin.display.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportViewModelTest {

  private final ExportViewModel viewModel =
      new ExportViewModel(
          FigureLook.of(View.FILM, Theme.DARK, FigureFixture.plots(BarScale.LOGARITHMIC)));

  @Test
  void beginsWithWhatTheWindowShows() {
    var order = viewModel.order().orElseThrow();

    assertEquals(View.FILM, order.look().view());
    assertEquals(Theme.DARK, order.look().theme());
    assertEquals(BarScale.LOGARITHMIC, order.look().plots().scale());
    assertEquals(FigureLook.WIDTH, order.look().width());
    assertEquals(0, order.look().height());
  }

  @Test
  void ordersWhatWasChosen() {
    viewModel.viewProperty().set(View.BARS);
    viewModel.formatProperty().set(FigureFormat.SVG);
    viewModel.widthProperty().set(" 900 ");
    viewModel.heightProperty().set("600");
    viewModel.rowsProperty().set("12");

    var order = viewModel.order().orElseThrow();

    assertEquals(FigureFormat.SVG, order.format());
    assertEquals(900, order.look().width());
    assertEquals(600, order.look().height());
    assertEquals(12, order.look().plots().rows());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wide", "12.5", "100", "9000", "99999999999"})
  void refusesAWidthThatMakesNoSense(String width) {
    viewModel.widthProperty().set(width);

    assertTrue(viewModel.order().isEmpty());
    assertEquals(
        "Width must be a whole number from 200 to 8192.", viewModel.problemProperty().get());
  }

  @Test
  void forgetsTheProblemOnceItIsGone() {
    viewModel.rowsProperty().set("0");
    var refused = viewModel.order();

    viewModel.rowsProperty().set("1");

    assertTrue(refused.isEmpty());
    assertTrue(viewModel.order().isPresent());
    assertEquals("", viewModel.problemProperty().get());
  }
}
