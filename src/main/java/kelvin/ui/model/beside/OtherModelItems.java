package kelvin.ui.model.beside;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.Window;
import kelvin.inference.ModelLoader.GraphFile;
import kelvin.ui.model.ModelItems;

/// Makes the items of a menu in which the playground's model or another one is chosen: its other
/// exports, the models opened before, or any folder.
public final class OtherModelItems {

  private OtherModelItems() {}

  /// @param same the item of the playground's model
  /// @param aboutExports items below the exports, shown only if there are any
  /// @param onChoose gets the place of another model
  public static List<MenuItem> of(
      MenuItem same,
      PlayingExports exports,
      List<MenuItem> aboutExports,
      Supplier<Window> window,
      Consumer<Path> onChoose) {
    var items = new ArrayList<MenuItem>();
    items.add(same);
    items.add(new SeparatorMenuItem());
    if (exports.allProperty().get().size() > 1) {
      exports
          .others()
          .forEach(
              graph ->
                  items.add(ModelItems.item(words(graph), () -> onChoose.accept(graph.file()))));
      items.addAll(aboutExports);
      items.add(new SeparatorMenuItem());
    }
    var playing = exports.playing();
    items.addAll(ModelItems.known(playing, playing.bundled(), onChoose));
    items.add(new SeparatorMenuItem());
    items.add(ModelItems.folder(window, onChoose));
    return items;
  }

  /// The item of the playground's model.
  ///
  /// @param isChosen whether it is the choice now
  /// @param onChoose gets no place
  public static CheckMenuItem same(
      String words, boolean isChosen, Consumer<Optional<Path>> onChoose) {
    var same = new CheckMenuItem(words);
    same.setSelected(isChosen);
    same.setOnAction(_ -> onChoose.accept(Optional.empty()));
    return same;
  }

  private static String words(GraphFile graph) {
    var file = graph.file().getFileName();
    return String.format(
        Locale.ROOT, "%s   %,.1f MB", file == null ? graph.file() : file, graph.bytes() / 1e6);
  }
}
