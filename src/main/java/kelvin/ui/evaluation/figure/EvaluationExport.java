package kelvin.ui.evaluation.figure;

import java.util.List;
import kelvin.ui.figure.FigureFormat;

/// The files that an evaluation can be saved in.
public enum EvaluationExport {
  PNG(FigureFormat.PNG, "PNG picture"),
  SVG(FigureFormat.SVG, "SVG drawing"),
  CSV(FigureFormat.CSV, "CSV table of the figure"),
  /// As `kelvin evaluate --csv` writes it.
  ITEMS(FigureFormat.CSV, "CSV table of the items"),
  /// As `kelvin evaluate --json` writes it, for `kelvin render --evaluation`.
  JSON(FigureFormat.JSON, "JSON with all items");

  /// In the order of a menu.
  public static final List<EvaluationExport> ALL = List.of(values());

  private final FigureFormat format;
  private final String label;

  EvaluationExport(FigureFormat format, String label) {
    this.format = format;
    this.label = label;
  }

  FigureFormat format() {
    return format;
  }

  /// The name that the user sees.
  public String label() {
    return label;
  }
}
