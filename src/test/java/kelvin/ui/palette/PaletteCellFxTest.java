package kelvin.ui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Set;
import javafx.beans.property.SimpleStringProperty;
import kelvin.ui.control.command.Command;
import kelvin.ui.control.command.CommandList.Entry;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// If these fail, a screen reader reads commands that the palette no longer lists, or the first row
/// has no name until the next frame.
class PaletteCellFxTest {

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void anEmptyRowHasNothingOfTheOneBefore() {
    var command =
        Command.of("unpin", "Unpin", () -> {})
            .unless(new SimpleStringProperty("Nothing is pinned."));
    var found = new PaletteSearch().find("", List.of(new Entry("View", "", command))).getFirst();
    var cell = Fx.get(PaletteCell::new);
    Fx.run(
        () -> {
          cell.updateItem(found, false);
          cell.updateItem(null, true);
        });

    assertNull(cell.getAccessibleText());
    assertNull(cell.getGraphic());
    assertEquals(
        Set.of(),
        Set.copyOf(
            cell.getPseudoClassStates().stream()
                .filter(state -> state.getPseudoClassName().equals("hindered"))
                .toList()));
  }

  @Test
  void aRowThatGetsItsEntryAgainKeepsItsWords() {
    var command = Command.of("unpin", "Unpin", () -> {});
    var found = new PaletteSearch().find("", List.of(new Entry("View", "", command))).getFirst();
    var cell = Fx.get(PaletteCell::new);
    Fx.run(() -> cell.updateItem(found, false));
    var words = Fx.get(() -> cell.getGraphic().lookupAll(".palette-name"));

    Fx.run(() -> cell.updateItem(found, false));

    assertEquals(1, words.size());
    assertEquals(words, Fx.get(() -> cell.getGraphic().lookupAll(".palette-name")));
  }
}
