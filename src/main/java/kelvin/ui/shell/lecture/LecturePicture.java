package kelvin.ui.shell.lecture;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import kelvin.ui.distribution.DistributionViewModel;
import kelvin.ui.distribution.LargePlots;

/// The pictures that a lecture can show. A further picture is one more constant and its case in
/// `make`.
public enum LecturePicture {
  BARS("Bars", "The bars alone."),
  BARS_AND_CURVE("Bars and curve", "The bars, with the cumulative curve beside them."),
  FILM("Film", "The probabilities against the temperature."),
  LAYERS("Layers", "The probabilities after each layer of the model: the logit lens."),
  ANSWERS("Answers", "Whole answers with their joint probabilities, in place of the next token.");

  /// All of them, from left to right.
  static final List<LecturePicture> ALL = List.of(values());

  private final String title;
  private final String lesson;

  LecturePicture(String title, String lesson) {
    this.title = title;
    this.lesson = lesson;
  }

  String title() {
    return title;
  }

  String lesson() {
    return lesson;
  }

  /// A short name for the id of its button.
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Node make(DistributionViewModel distribution) {
    return switch (this) {
      case BARS -> LargePlots.bars(distribution);
      case BARS_AND_CURVE ->
          sideBySide(LargePlots.bars(distribution), LargePlots.curve(distribution));
      case FILM -> LargePlots.film(distribution);
      case LAYERS -> LargePlots.layers(distribution);
      case ANSWERS -> LargePlots.answers(distribution);
    };
  }

  private static Node sideBySide(Region bars, Region curve) {
    bars.setPrefWidth(400);
    curve.setPrefWidth(280);
    HBox.setHgrow(bars, Priority.ALWAYS);
    HBox.setHgrow(curve, Priority.ALWAYS);
    var both = new HBox(bars, curve);
    both.getStyleClass().add("plots");
    return both;
  }
}
