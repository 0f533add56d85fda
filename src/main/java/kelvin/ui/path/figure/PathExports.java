package kelvin.ui.path.figure;

import java.nio.file.Path;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Window;
import kelvin.ui.figure.FigureExports;
import kelvin.ui.figure.FigureFormat;
import kelvin.workspace.paths.PathNode;

/// Saves trees of paths as figures and as numbers, and copies the steps of a path.
public final class PathExports {

  private final FigureExports exports;

  public PathExports(FigureExports exports) {
    this.exports = exports;
  }

  /// Asks for a file and saves a tree in the format that the file's name says.
  public void export(TreeFigure figure, FigureFormat format, Window window) {
    exports
        .ask("paths", format, window, FigureFormat.values())
        .ifPresent(file -> save(figure, format, file));
  }

  /// Saves a tree. The ending of the file's name takes precedence over `format`.
  public void save(TreeFigure figure, FigureFormat format, Path file) {
    var kind = FigureFormat.ofFile(file.toString()).orElse(format);
    exports.save((maker, look, pixels, to) -> figure.write(maker, look, kind, pixels, to), file);
  }

  /// Copies the steps up to a node as a Markdown table.
  public void copySteps(PathNode end) {
    var content = new ClipboardContent();
    content.putString(StepTable.of(end).markdown());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
