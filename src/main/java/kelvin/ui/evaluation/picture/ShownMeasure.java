package kelvin.ui.evaluation.picture;

import java.util.List;
import kelvin.experiment.measure.Measures;

/// The measures of an evaluation that are shown, each with its lesson.
public enum ShownMeasure {
  ACCURACY(
      "Accuracy",
      "The share of right choices. The interval (Wilson) holds all shares from which such a"
          + " sample is not surprising: 95 of 100 such intervals hold the true one."),
  LOG_LOSS(
      "Log loss",
      "The mean of −ln share of the right label. 0 is perfect; ln n is as good as equal shares."),
  BRIER(
      "Brier", "The mean of Σ(share − 1 for the right label, else 0)². 0 is perfect, 2 the worst."),
  CALIBRATION_ERROR(
      "ECE",
      "How far the shares of the choices are from how often they are right, over ten bins. 0 for"
          + " honest shares.");

  /// The measures in the order of a table.
  public static final List<ShownMeasure> ALL = List.of(values());

  private final String heading;
  private final String lesson;

  ShownMeasure(String heading, String lesson) {
    this.heading = heading;
    this.lesson = lesson;
  }

  /// A short name, for a column.
  public String heading() {
    return heading;
  }

  /// The meaning of its values.
  public String lesson() {
    return lesson;
  }

  public double of(Measures measures) {
    return switch (this) {
      case ACCURACY -> measures.accuracy().value();
      case LOG_LOSS -> measures.logLoss();
      case BRIER -> measures.brier().score();
      case CALIBRATION_ERROR -> measures.reliability().error();
    };
  }

  /// A value of this measure in words.
  public String words(double number) {
    return this == ACCURACY ? MeasureWords.percent(number) : MeasureWords.number(number);
  }
}
