package kelvin.ui.inside.figure;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.stage.Window;
import kelvin.display.Theme;
import kelvin.ui.figure.FigureExports;
import kelvin.ui.figure.FigureFormat;

/// Saves maps of tokens as figures and as numbers.
public final class MapExports {

  private final FigureExports exports;

  /// @param background makes figures and writes files
  /// @param onProblem gets the reason on the FX thread if a file cannot be saved
  /// @param theme the theme of the window, which figures use too
  /// @param onSaved gets each saved file on the FX thread
  public MapExports(
      Executor background,
      Executor fxThread,
      Consumer<String> onProblem,
      ObservableValue<Theme> theme,
      Consumer<Path> onSaved) {
    exports = new FigureExports(background, fxThread, onProblem, theme, onSaved);
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
