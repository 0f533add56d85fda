package kelvin.ui.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.MenuItem;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import kelvin.inference.folder.ModelName;

/// Makes the items of menus in which a model is chosen.
public final class ModelItems {

  private static final String FOLDER = "Open model folder …";

  private ModelItems() {}

  /// Items for the bundled model, if there is one, and for the folders opened before.
  ///
  /// @param bundled the model that comes with Kelvin
  public static List<MenuItem> known(
      ModelViewModel models, Optional<Path> bundled, Consumer<Path> onChosen) {
    var items = new ArrayList<MenuItem>();
    bundled.ifPresent(
        folder ->
            items.add(item("kelvin-tiny  (comes with Kelvin)", () -> onChosen.accept(folder))));
    models.recentFolders().stream()
        .filter(folder -> !bundled.map(folder::equals).orElse(false))
        .forEach(folder -> items.add(item(words(folder), () -> onChosen.accept(folder))));
    return items;
  }

  /// An item that asks for a folder.
  ///
  /// @param choose asks and takes the answer
  static MenuItem folder(Runnable choose) {
    return item(FOLDER, choose);
  }

  /// An item that asks for a folder in a window.
  public static MenuItem folder(Supplier<Window> window, Consumer<Path> onChosen) {
    return folder(() -> choose(window.get()).ifPresent(onChosen));
  }

  /// Asks for a folder.
  static Optional<Path> choose(Window window) {
    var chooser = new DirectoryChooser();
    chooser.setTitle("Open a folder with an ONNX model");
    return Optional.ofNullable(chooser.showDialog(window)).map(folder -> folder.toPath());
  }

  private static String words(Path folder) {
    return ModelName.of(folder) + (folder.getParent() == null ? "" : "   " + folder.getParent());
  }

  /// An item with words that are taken as they are: an underscore in a name is no mnemonic.
  public static MenuItem item(String text, Runnable action) {
    var item = new MenuItem(text);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
