package kelvin.ui.lab;

import java.nio.file.Path;
import javafx.stage.Window;
import kelvin.ui.figure.FigureExports;
import kelvin.ui.figure.FigureFormat;

/// Saves sweeps as figures and as numbers.
public final class SweepExports {

  private final FigureExports exports;

  public SweepExports(FigureExports exports) {
    this.exports = exports;
  }

  /// Asks for a file and saves a sweep in the format that the file's name says.
  void export(LabResult result, SweepLook choices, FigureFormat format, Window window) {
    exports
        .ask(result.title(), format, window, FigureFormat.values())
        .ifPresent(file -> save(result, choices, format, file));
  }

  /// Saves a sweep. The ending of the file's name takes precedence over `format`.
  ///
  /// @param choices for a picture
  public void save(LabResult result, SweepLook choices, FigureFormat format, Path file) {
    var kind = FigureFormat.ofFile(file.toString()).orElse(format);
    exports.save(
        (maker, look, pixels, to) ->
            SweepFigure.of(result, choices).write(maker, look, kind, pixels, to),
        file);
  }
}
