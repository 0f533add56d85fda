package kelvin.experiment.evaluation;

import java.util.List;
import kelvin.text.Choice;

/// The treatment of an item whose prompt is longer than the model's context.
public enum TooLong implements Choice {
  /// Nothing is measured, and it is said which items are too long.
  REFUSE("refuse"),
  /// The item is left out and counted.
  LEAVE_OUT("leave-out"),
  /// Examples are left out, the first ones first; if that is not enough, the end of the input. The
  /// item is counted.
  SHORTEN("shorten");

  /// The choices in the order of a menu.
  public static final List<TooLong> ALL = List.of(values());

  private final String label;

  TooLong(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
