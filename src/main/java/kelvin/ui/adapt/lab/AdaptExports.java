package kelvin.ui.adapt.lab;

import java.nio.file.Path;
import javafx.stage.Window;
import kelvin.experiment.adapt.Adaptation;
import kelvin.ui.adapt.AdaptFigure;
import kelvin.ui.figure.FigureExports;
import kelvin.ui.figure.FigureFormat;

/// Saves comparisons as figures, as tables and as the file that can be opened again.
public final class AdaptExports {

  private final FigureExports exports;

  public AdaptExports(FigureExports exports) {
    this.exports = exports;
  }

  /// Asks for a file and saves a comparison in the format that the file's name says.
  ///
  /// @param title of the comparison, from which the name of the file is made
  void export(Adaptation adaptation, String title, FigureFormat format, Window window) {
    exports
        .ask(title + " adapted", format, window, FigureFormat.values())
        .ifPresent(file -> save(adaptation, format, file));
  }

  /// Saves a comparison. The ending of the file's name takes precedence over `format`.
  public void save(Adaptation adaptation, FigureFormat format, Path file) {
    var kind = FigureFormat.ofFile(file.toString()).orElse(format);
    exports.save(
        (maker, look, scale, to) -> new AdaptFigure(adaptation).write(maker, look, kind, scale, to),
        file);
  }
}
