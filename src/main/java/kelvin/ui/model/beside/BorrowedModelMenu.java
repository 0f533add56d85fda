package kelvin.ui.model.beside;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;

/// Chooses the model for the work of a tool.
public final class BorrowedModelMenu extends MenuButton {

  private static final String SAME = "the open model";
  private static final double WIDTH = 150;

  private final BorrowedModel model;

  /// @param lesson what the choice means for the tool
  public BorrowedModelMenu(String id, BorrowedModel model, String lesson) {
    this.model = model;
    setId(id);
    getStyleClass().add("quiet-menu");
    setMnemonicParsing(false);
    // As wide for every name, so that what stands behind it keeps its place.
    setPrefWidth(WIDTH);
    model.chosenProperty().subscribe(_ -> setText(model.name().orElse(SAME)));
    accessibleTextProperty().bind(textProperty().map(name -> "Model: " + name));
    var tooltip = new Tooltip(lesson);
    tooltip.getStyleClass().add("lesson");
    setTooltip(tooltip);
    model.exports().allProperty().subscribe(_ -> fill());
    setOnShowing(
        _ -> {
          model.exports().find();
          fill();
        });
  }

  private void fill() {
    var same = OtherModelItems.same("The open model", model.name().isEmpty(), model::choose);
    same.setId(getId() + "-same");
    getItems()
        .setAll(
            OtherModelItems.of(
                same,
                model.exports(),
                List.of(),
                () -> getScene().getWindow(),
                place -> model.choose(Optional.of(place))));
  }
}
