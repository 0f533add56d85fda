package kelvin.ui.inside.figure;

import java.nio.file.Path;
import javafx.stage.Window;
import kelvin.ui.figure.FigureExports;
import kelvin.ui.figure.FigureFormat;

/// Saves maps of tokens as figures and as numbers.
public final class MapExports {

  private final FigureExports exports;

  public MapExports(FigureExports exports) {
    this.exports = exports;
  }

  /// Asks for a file and saves a map in the format that the file's name says.
  public void export(MapFigure figure, FigureFormat format, Window window) {
    exports
        .ask("token map", format, window, FigureFormat.values())
        .ifPresent(file -> save(figure, format, file));
  }

  /// Saves a map. The ending of the file's name takes precedence over `format`.
  public void save(MapFigure figure, FigureFormat format, Path file) {
    var kind = FigureFormat.ofFile(file.toString()).orElse(format);
    exports.save((maker, look, pixels, to) -> figure.write(maker, look, kind, pixels, to), file);
  }
}
