package kelvin.ui.model;

import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Shows the name of the open model and opens another one.
public final class ModelPicker extends MenuButton {

  private static final String LESSON =
      "The open model. Any folder with an ONNX export of a causal language model opens;"
          + "\nit can also be dropped on the window.";

  private final ModelViewModel viewModel;

  /// @param bundled the model that comes with Kelvin
  public ModelPicker(ModelViewModel viewModel, Path bundled) {
    this.viewModel = viewModel;
    setId("model-picker");
    getStyleClass().add("model-picker");
    var name = new Label();
    name.getStyleClass().add("model-name");
    name.textProperty().bind(viewModel.nameProperty());
    // In a narrow window the facts are cut off before the name.
    name.setMinWidth(Region.USE_PREF_SIZE);
    var facts = new Label();
    facts.getStyleClass().add("quiet");
    facts.textProperty().bind(viewModel.factsProperty());
    // Without room nothing is shown: an ellipsis alone would lie on the arrow.
    facts.setMinWidth(0);
    var content = new HBox(name, facts);
    content.getStyleClass().add("model-content");
    content.setAlignment(Pos.CENTER_LEFT);
    setGraphic(content);
    accessibleTextProperty().bind(viewModel.nameProperty().concat(", the open model"));
    // The picker keeps its width, so that nothing beside it moves; here are the words in full.
    var lesson = new Tooltip();
    lesson
        .textProperty()
        .bind(
            viewModel
                .nameProperty()
                .concat(viewModel.factsProperty().map(now -> now.isEmpty() ? "" : " · " + now))
                .concat("\n" + LESSON));
    setTooltip(lesson);
    Runnable fill =
        () -> {
          getItems().setAll(ModelItems.known(viewModel, Optional.of(bundled), viewModel::open));
          getItems().addAll(new SeparatorMenuItem(), ModelItems.folder(this::chooseFolder));
        };
    viewModel.recentFolders().subscribe(fill);
    fill.run();
  }

  /// Lets the user choose a folder and opens it.
  public void chooseFolder() {
    ModelItems.choose(getScene().getWindow()).ifPresent(viewModel::open);
  }
}
