package kelvin.ui.compare.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import kelvin.inference.ModelLoader.GraphFile;
import kelvin.ui.model.ModelItems;
import org.jspecify.annotations.Nullable;

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
    getItems().setAll(same());
    getItems().add(new SeparatorMenuItem());
    exports();
    getItems().addAll(ModelItems.known(models.playing(), models.playing().bundled(), this::choose));
    getItems()
        .addAll(
            new SeparatorMenuItem(), ModelItems.folder(() -> getScene().getWindow(), this::choose));
  }

  private CheckMenuItem same() {
    var same = new CheckMenuItem("Same as the playground");
    same.setId(getId() == null ? null : getId() + "-same");
    same.setSelected(side.otherProperty().get() == null);
    same.setOnAction(_ -> onChoose.accept(Optional.empty()));
    return same;
  }

  /// The other exports of the playground's model, which lie in its folder.
  private void exports() {
    var graphs = models.exportsProperty().get();
    if (graphs.size() < 2) {
      return;
    }
    var items = new ArrayList<MenuItem>();
    graphs.stream()
        .filter(graph -> !models.playingGraph().map(graph.file()::equals).orElse(false))
        .forEach(graph -> items.add(item(words(graph), () -> choose(graph.file()))));
    items.add(item("Compare these exports over a text …", onPrecisions));
    items.add(new SeparatorMenuItem());
    getItems().addAll(items);
  }

  private static String words(GraphFile graph) {
    var file = graph.file().getFileName();
    return String.format(
        Locale.ROOT, "%s   %,.1f MB", file == null ? graph.file() : file, graph.bytes() / 1e6);
  }

  private static MenuItem item(String text, Runnable action) {
    var item = new MenuItem(text);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private void choose(@Nullable Path place) {
    onChoose.accept(Optional.ofNullable(place));
  }
}
