package kelvin.text.template.operation;

import kelvin.text.template.value.Host;
import kelvin.text.template.value.Value;

/// The operators that compare, and `in`.
public enum Comparator {
  EQUAL("=="),
  NOT_EQUAL("!="),
  LESS("<"),
  LESS_OR_EQUAL("<="),
  GREATER(">"),
  GREATER_OR_EQUAL(">="),
  IN("in"),
  NOT_IN("not in");

  private final String symbol;

  Comparator(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }

  /// Compares two values.
  ///
  /// @throws kelvin.text.template.value.TemplateException if they cannot be compared
  public boolean test(Value left, Value right, Host host) {
    host.charge(Math.min(left.weight(), right.weight()));
    return switch (this) {
      case EQUAL -> left.equals(right);
      case NOT_EQUAL -> !left.equals(right);
      case LESS -> Ordering.holds(left, right, symbol, order -> order < 0);
      case LESS_OR_EQUAL -> Ordering.holds(left, right, symbol, order -> order <= 0);
      case GREATER -> Ordering.holds(left, right, symbol, order -> order > 0);
      case GREATER_OR_EQUAL -> Ordering.holds(left, right, symbol, order -> order >= 0);
      case IN -> Containment.test(left, right, host);
      case NOT_IN -> !Containment.test(left, right, host);
    };
  }
}
