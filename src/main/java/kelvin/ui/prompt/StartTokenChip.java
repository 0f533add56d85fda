package kelvin.ui.prompt;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import kelvin.ui.text.HeatChip;
import kelvin.ui.text.TokenShades;
import kelvin.ui.text.TokenShades.Shade;

/// The start token before a prompt, with the shade that a measure from inside the model gives it.
/// Scores have no shade for it, because nothing predicts it.
final class StartTokenChip extends StackPane {

  private static final PseudoClass SHADED = PseudoClass.getPseudoClass("shaded");

  private static final String LESSON =
      "The tokenizer puts this start token before every prompt; the model sees it.";

  /// @param id of the words
  /// @param hasPlace whether the chip is shown where there is a start token
  StartTokenChip(String id, PromptViewModel viewModel, BooleanBinding hasPlace) {
    getStyleClass().add("start-token-back");
    var chip = new HeatChip();
    chip.setId(id);
    chip.getStyleClass().add("start-token");
    chip.setMinWidth(Region.USE_PREF_SIZE);
    chip.textProperty().bind(viewModel.startTokenProperty());
    var shade = viewModel.inner().shadesProperty().map(StartTokenChip::shade);
    shade.subscribe(
        now -> {
          chip.shadeProperty().set(now.strength());
          chip.pseudoClassStateChanged(SHADED, !Double.isNaN(now.strength()));
        });
    var tooltip = new Tooltip();
    tooltip
        .textProperty()
        .bind(Bindings.createStringBinding(() -> lesson(shade.getValue()), shade));
    chip.setTooltip(tooltip);
    getChildren().add(chip);
    // So that it is not stretched over the line.
    setMaxWidth(USE_PREF_SIZE);
    visibleProperty().bind(viewModel.startTokenProperty().isNotEmpty().and(hasPlace));
    managedProperty().bind(visibleProperty());
  }

  private static Shade shade(TokenShades shades) {
    return shades.at(0);
  }

  private static String lesson(Shade shade) {
    return shade.words().isEmpty() ? LESSON : LESSON + "\n" + shade.words();
  }
}
