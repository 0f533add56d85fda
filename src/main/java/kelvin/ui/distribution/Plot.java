package kelvin.ui.distribution;

import java.util.List;
import kelvin.ui.control.command.Shortcut;

/// Names the plots that can be shown below the bars, with what the window says about each.
public enum Plot {
  /// Cumulative mass against rank.
  CURVE(
      "cumulative",
      "Σ",
      "Cumulative curve",
      "CUMULATIVE MASS",
      "rank, log axis  ·  dashed: model",
      "Cumulative mass against rank; drag the p line (Shift: ten times finer)."),
  /// Probabilities against temperature.
  FILM(
      "film",
      "τ",
      "Temperature film",
      "TEMPERATURE FILM",
      "p against τ  ·  dashed: watched",
      "Probabilities, entropy, perplexity and nucleus against the temperature; drag the cursor."),
  /// The changes since a distribution was pinned.
  DIFFERENCE(
      "difference",
      "Δ",
      "Difference from the pinned one",
      "DIFFERENCE",
      "largest changes, at each one’s τ",
      "What gained and what lost since a distribution was pinned (" + Shortcut.PIN.text() + ")."),
  /// Probabilities against the layers of the model.
  LAYERS(
      "layers",
      "ℓ",
      "Layer film",
      "LAYER FILM",
      "p after each layer, τ 1  ·  dashed: watched",
      "The logit lens: what the model would choose after each of its layers, if its final norm and"
          + " head came next. They were trained for the last layer, so early ones are not what the"
          + " model “thinks”. Drag to a layer to see its bars. It needs a second copy of the"
          + " model.");

  /// All plots, from left to right.
  public static final List<Plot> ALL = List.of(values());

  private final String id;
  private final String symbol;
  private final String menuName;
  private final String heading;
  private final String hint;
  private final String lesson;

  Plot(String id, String symbol, String menuName, String heading, String hint, String lesson) {
    this.id = id;
    this.symbol = symbol;
    this.menuName = menuName;
    this.heading = heading;
    this.hint = hint;
    this.lesson = lesson;
  }

  /// A short name for ids of nodes.
  String id() {
    return id;
  }

  /// The text of its button.
  String symbol() {
    return symbol;
  }

  public String menuName() {
    return menuName;
  }

  /// The heading while it is the only plot.
  String heading() {
    return heading;
  }

  /// A few words on how to read it.
  String hint() {
    return hint;
  }

  /// The text of its tooltip.
  String lesson() {
    return lesson;
  }
}
