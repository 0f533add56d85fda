package kelvin.prompt.sweep;

import java.util.List;

/// The kinds of sweep, by the quantity that varies.
public enum SweepKind {
  /// The number of examples varies, in the given order and in shuffled ones.
  SHOTS("shots"),
  /// The order of the same examples varies.
  ORDER("order"),
  /// The layout of the same examples varies.
  TEMPLATE("template"),
  /// One example at a time is left out.
  LEAVE_ONE_OUT("leave-one-out");

  /// The kinds in the order of a menu.
  public static final List<SweepKind> ALL = List.of(values());

  private final String label;

  SweepKind(String label) {
    this.label = label;
  }

  /// The name in files and options.
  public String label() {
    return label;
  }
}
