package kelvin.ui.adapt;

import java.util.List;
import kelvin.experiment.adapt.AdaptPoint;

/// The measures of a comparison that have curves.
public enum AdaptMeasure {
  ACCURACY("Accuracy", "accuracy", "How often the most probable label is right: more is better."),
  LOG_LOSS(
      "Log loss",
      "log loss in nats",
      "The mean −ln share of the right label: it punishes a wrong choice that is sure. Less is"
          + " better."),
  BRIER(
      "Brier",
      "Brier score",
      "The mean squared distance of the shares from 1 for the right label and 0 for the others, from"
          + " 0 to 2: less is better.");

  /// In the order of a switch.
  public static final List<AdaptMeasure> ALL = List.of(values());

  private final String title;
  private final String unit;
  private final String lesson;

  AdaptMeasure(String title, String unit, String lesson) {
    this.title = title;
    this.unit = unit;
    this.lesson = lesson;
  }

  /// The name for display.
  public String title() {
    return title;
  }

  /// The name and the unit at an axis.
  String unit() {
    return unit;
  }

  /// A sentence about what it says.
  public String lesson() {
    return lesson;
  }

  double of(AdaptPoint point) {
    return switch (this) {
      case ACCURACY -> point.accuracy().value();
      case LOG_LOSS -> point.logLoss();
      case BRIER -> point.brier();
    };
  }
}
