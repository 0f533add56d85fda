package kelvin.ui.lab;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.stage.Window;
import kelvin.display.ProbabilityScale;
import kelvin.display.Theme;
import kelvin.ui.figure.FigureExports;
import kelvin.ui.figure.FigureFormat;

/// Saves sweeps as figures and as numbers.
public final class SweepExports {

  private final FigureExports exports;

  /// @param background makes figures and writes files
  /// @param onProblem gets the reason on the FX thread if a file cannot be saved
  /// @param theme the theme of the window, which figures use too
  /// @param onSaved gets each saved file on the FX thread
  public SweepExports(
      Executor background,
      Executor fxThread,
      Consumer<String> onProblem,
      ObservableValue<Theme> theme,
      Consumer<Path> onSaved) {
    exports = new FigureExports(background, fxThread, onProblem, theme, onSaved);
  }

  /// Asks for a file and saves a sweep in the format that the file's name says.
  void export(LabResult result, ProbabilityScale scale, FigureFormat format, Window window) {
    exports
        .ask(result.title(), format, window, FigureFormat.values())
        .ifPresent(file -> save(result, scale, format, file));
  }

  /// Saves a sweep. The ending of the file's name takes precedence over `format`.
  ///
  /// @param scale of the probabilities in a picture
  public void save(LabResult result, ProbabilityScale scale, FigureFormat format, Path file) {
    var kind = FigureFormat.ofFile(file.toString()).orElse(format);
    exports.save(
        (maker, look, pixels, to) ->
            SweepFigure.of(result, scale).write(maker, look, kind, pixels, to),
        file);
  }
}
