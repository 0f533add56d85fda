package kelvin.ui.task;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/// Accepts dropped files with certain endings; the window handles all others.
public final class DroppedFile {

  private final List<String> endings;
  private final Consumer<Path> onDrop;

  /// @param endings in lower case, with the dot
  public DroppedFile(List<String> endings, Consumer<Path> onDrop) {
    this.endings = List.copyOf(endings);
    this.onDrop = onDrop;
  }

  public void takeFrom(Node panel) {
    panel.addEventHandler(DragEvent.DRAG_OVER, this::accept);
    panel.addEventHandler(DragEvent.DRAG_DROPPED, this::drop);
  }

  private void accept(DragEvent event) {
    if (file(event.getDragboard()).isPresent()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void drop(DragEvent event) {
    file(event.getDragboard())
        .ifPresent(
            file -> {
              onDrop.accept(file);
              event.setDropCompleted(true);
              event.consume();
            });
  }

  private Optional<Path> file(Dragboard dropped) {
    return dropped.getFiles().stream()
        .map(file -> file.toPath())
        .filter(file -> endings.stream().anyMatch(lowerCase(file)::endsWith))
        .findFirst();
  }

  private static String lowerCase(Path file) {
    return file.toString().toLowerCase(Locale.ROOT);
  }
}
