package kelvin.display;

import java.util.List;
import kelvin.text.Choice;

/// The plots of the figure of an evaluation.
public enum EvaluationPlot implements Choice {
  /// All plots together.
  ALL_PLOTS("all", "EVALUATION"),
  CONFUSION("confusion", "CONFUSION"),
  RELIABILITY("reliability", "RELIABILITY"),
  RISK("risk", "RISK AGAINST COVERAGE"),
  /// The shares of the chosen labels.
  SHARES("shares", "SHARES"),
  LABEL_MASS("label-mass", "LABEL MASS");

  /// The choices in the order of the help.
  public static final List<EvaluationPlot> ALL = List.of(values());

  private final String label;
  private final String title;

  EvaluationPlot(String label, String title) {
    this.label = label;
    this.title = title;
  }

  @Override
  public String label() {
    return label;
  }

  /// The title of the plot in a figure.
  public String title() {
    return title;
  }
}
