package kelvin.ui.compare.figure;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Window;
import kelvin.engine.pair.PairWork.Done;
import kelvin.ui.figure.FigureExports;
import kelvin.ui.figure.FigureFormat;
import kelvin.workspace.command.CompareCommandLine;

/// Saves comparisons of models, and copies the commands that give the same numbers.
public final class ComparisonExports {

  private final FigureExports exports;

  public ComparisonExports(FigureExports exports) {
    this.exports = exports;
  }

  /// Asks for a file and saves a comparison in the format that the file's name says.
  public void export(ComparisonFigure figure, FigureFormat format, Window window) {
    exports
        .ask("comparison", format, window, FigureFormat.values())
        .ifPresent(file -> save(figure, format, file));
  }

  /// Saves a comparison. The ending of the file's name takes precedence over `format`.
  public void save(ComparisonFigure figure, FigureFormat format, Path file) {
    var kind = FigureFormat.ofFile(file.toString()).orElse(format);
    exports.save((maker, look, pixels, to) -> figure.write(maker, look, kind, pixels, to), file);
  }

  /// Asks for a file and saves comparisons of several models with one, as numbers.
  public void export(List<Done> comparisons, FigureFormat format, Window window) {
    exports
        .ask("exports", format, window, FigureFormat.CSV, FigureFormat.JSON)
        .ifPresent(file -> save(comparisons, format, file));
  }

  /// Saves comparisons of several models with one.
  public void save(List<Done> comparisons, FigureFormat format, Path file) {
    var kind = FigureFormat.ofFile(file.toString()).orElse(format);
    exports.save(
        (maker, look, pixels, to) ->
            maker.write(
                () -> {
                  throw new IllegalStateException("a table has no picture");
                },
                (as, out) -> {
                  if (as == FigureFormat.JSON) {
                    ComparisonFigure.json(comparisons, out);
                  } else {
                    ExportsTable.of(comparisons).writeCsv(out);
                  }
                },
                kind == FigureFormat.JSON ? kind : FigureFormat.CSV,
                pixels,
                to),
        file);
  }

  /// Copies the command that gives the same numbers.
  public void copy(CompareCommandLine command) {
    var content = new ClipboardContent();
    content.putString(command.line());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
