package kelvin.text.template.operation;

import java.util.function.IntPredicate;
import kelvin.text.template.value.Numbers;
import kelvin.text.template.value.Sequence;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;

/// The order of values: numbers by size, texts by their characters, lists by their first items that
/// differ.
public final class Ordering {

  private Ordering() {}

  /// Returns true if the order of two values is as wanted; never with a NaN.
  static boolean holds(Value left, Value right, String symbol, IntPredicate wanted) {
    if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
      return !Numbers.isNan(left)
          && !Numbers.isNan(right)
          && wanted.test(Numbers.compare(left, right));
    }
    return wanted.test(compare(left, right, symbol));
  }

  /// Compares two values for sorting.
  ///
  /// @throws TemplateException if they have no order
  public static int compare(Value left, Value right) {
    return compare(left, right, "<");
  }

  private static int compare(Value left, Value right, String symbol) {
    if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
      return Numbers.isNan(left) || Numbers.isNan(right) ? 0 : Numbers.compare(left, right);
    }
    if (left instanceof Value.Text(String text) && right instanceof Value.Text(String other)) {
      return compareTexts(text, other);
    }
    if (left instanceof Sequence row
        && right instanceof Sequence other
        && row.type() == other.type()
        && (row.type() == Sequence.Type.LIST || row.type() == Sequence.Type.TUPLE)) {
      return compareRows(row, other, symbol);
    }
    for (var value : new Value[] {left, right}) {
      if (value instanceof Value.Undefined(String problem)) {
        throw new TemplateException(problem);
      }
    }
    throw new TemplateException(left.kind() + " " + symbol + " " + right.kind() + " has no answer");
  }

  /// By code points, which differs from Java's order beyond U+FFFF.
  private static int compareTexts(String left, String right) {
    int limit = Math.min(left.length(), right.length());
    for (int i = 0; i < limit; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean wide = Character.isSurrogate(a) != Character.isSurrogate(b);
        return wide ? Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b)) : a - b;
      }
    }
    return left.length() - right.length();
  }

  private static int compareRows(Sequence left, Sequence right, String symbol) {
    int limit = Math.min(left.items().size(), right.items().size());
    for (int i = 0; i < limit; i++) {
      var a = left.items().get(i);
      var b = right.items().get(i);
      if (!a.equals(b)) {
        return compare(a, b, symbol);
      }
    }
    return left.items().size() - right.items().size();
  }
}
