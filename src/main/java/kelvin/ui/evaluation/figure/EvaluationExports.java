package kelvin.ui.evaluation.figure;

import java.nio.file.Path;
import javafx.stage.Window;
import kelvin.ui.figure.FigureExports;
import kelvin.ui.figure.FigureFormat;

/// Saves evaluations as figures and as numbers.
public final class EvaluationExports {

  private final FigureExports exports;

  public EvaluationExports(FigureExports exports) {
    this.exports = exports;
  }

  /// Asks for a file and saves an evaluation in it.
  ///
  /// @param title of the evaluation, from which the name of the file is made
  public void export(EvaluationFigure figure, String title, EvaluationExport kind, Window window) {
    var formats =
        kind == EvaluationExport.ITEMS
            ? new FigureFormat[] {FigureFormat.CSV}
            : FigureFormat.values();
    exports
        .ask(
            kind == EvaluationExport.ITEMS ? title + " items" : title,
            kind.format(),
            window,
            formats)
        .ifPresent(file -> save(figure, kind, file));
  }

  /// Saves an evaluation. The ending of the file's name takes precedence over `kind`.
  public void save(EvaluationFigure figure, EvaluationExport kind, Path file) {
    var format = FigureFormat.ofFile(file.toString()).orElse(kind.format());
    boolean items = kind == EvaluationExport.ITEMS && format == kind.format();
    exports.save(
        (maker, look, scale, to) -> {
          if (items) {
            figure.writeItems(maker, to);
          } else {
            figure.write(maker, look, format, scale, to);
          }
        },
        file);
  }
}
