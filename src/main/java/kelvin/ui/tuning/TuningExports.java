package kelvin.ui.tuning;

import java.nio.file.Path;
import java.util.List;
import javafx.stage.Window;
import kelvin.ui.figure.FigureExports;
import kelvin.ui.figure.FigureFormat;

/// Saves the curves of fine-tunings as figures and as numbers.
public final class TuningExports {

  private final FigureExports exports;

  public TuningExports(FigureExports exports) {
    this.exports = exports;
  }

  /// Asks for a file and saves a fine-tuning in the format that the file's name says.
  void export(TunedRun run, FigureFormat format, Window window) {
    exports
        .ask(run.title() + " fine-tuned", format, window, TuningFigure.FORMATS)
        .ifPresent(file -> save(run, format, file));
  }

  /// Saves a fine-tuning. The ending of the file's name takes precedence over `format`.
  public void save(TunedRun run, FigureFormat format, Path file) {
    var kind =
        FigureFormat.ofFile(file.toString())
            .filter(named -> List.of(TuningFigure.FORMATS).contains(named))
            .orElse(format);
    exports.save(
        (maker, look, scale, to) -> new TuningFigure(run).write(maker, look, kind, scale, to),
        file);
  }
}
