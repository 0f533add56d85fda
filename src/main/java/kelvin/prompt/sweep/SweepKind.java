package kelvin.prompt.sweep;

import java.util.List;

/// The kinds of sweeps, by what they vary.
public enum SweepKind {
  /// The number of examples, in the order given and in shuffled ones.
  SHOTS("shots"),
  /// The order of the same examples.
  ORDER("order"),
  /// The layout of the same examples.
  TEMPLATE("template"),
  /// One example is left out at a time.
  LEAVE_ONE_OUT("leave-one-out");

  /// All, in the order of a menu.
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
