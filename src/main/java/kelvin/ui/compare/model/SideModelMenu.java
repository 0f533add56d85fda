package kelvin.ui.compare.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import kelvin.ui.model.ModelItems;
import kelvin.ui.model.beside.OtherModelItems;

/// The model of a side, with the choice of another one.
public final class SideModelMenu extends MenuButton {

  private static final String SAME = "same model";

  private final SideModels models;
  private final SideModel side;
  private final Consumer<Optional<Path>> onChoose;
  private final Runnable onPrecisions;

  /// @param name `A` or `B`
  /// @param onChoose gets the place of another model; empty for the playground's
  /// @param onPrecisions compares all exports in the folder of the playground's model
  public SideModelMenu(
      String name,
      SideModels models,
      SideModel side,
      Consumer<Optional<Path>> onChoose,
      Runnable onPrecisions) {
    this.models = models;
    this.side = side;
    this.onChoose = onChoose;
    this.onPrecisions = onPrecisions;
    getStyleClass().addAll("quiet-menu", "side-model");
    // A file's name may have an underscore, which is no mnemonic.
    setMnemonicParsing(false);
    setMinWidth(0);
    side.otherProperty().subscribe(other -> setText(other == null ? SAME : other.name()));
    accessibleTextProperty()
        .bind(textProperty().map(text -> "Model of side " + name + ": " + text));
    setTooltip(
        new Tooltip(
            "The model of side "
                + name
                + ": the playground’s, another export of it, or another model. Another one is opened"
                + " beside the playground’s, and takes memory until the side is the same again or"
                + " the page was left for five minutes."));
    setOnShowing(_ -> fill());
    fill();
  }

  private void fill() {
    var same =
        OtherModelItems.same(
            "Same as the playground", side.otherProperty().get() == null, onChoose);
    same.setId(getId() == null ? null : getId() + "-same");
    getItems()
        .setAll(
            OtherModelItems.of(
                same,
                models.exports(),
                List.of(ModelItems.item("Compare these exports over a text …", onPrecisions)),
                () -> getScene().getWindow(),
                chosen -> onChoose.accept(Optional.of(chosen))));
  }
}
