package kelvin.text.template.value;

import java.util.Collection;
import java.util.Locale;

/// The sizes that no value may exceed, so that everything that walks through a value ends.
public final class ValueLimits {

  /// The longest text, in UTF-16 units.
  public static final int CHARACTERS = 16_000_000;

  /// Containers inside each other.
  static final int DEPTH = 200;

  /// Elements of a container with those of its elements; texts count by their length.
  static final long WEIGHT = 4_000_000;

  /// The longest range, which is that of Jinja2's sandbox.
  public static final int RANGE = 100_000;

  /// The longest whole number, in bits. Python prints none that is longer.
  public static final int BITS = 14_000;

  private ValueLimits() {}

  static String characters() {
    return String.format(Locale.ROOT, "%,d", CHARACTERS);
  }

  /// The weight of a container.
  ///
  /// @throws TemplateException if it is too great
  static long weight(Collection<? extends Value> values) {
    long weight = 1;
    for (var value : values) {
      weight += value.weight();
    }
    if (weight > WEIGHT) {
      throw new TemplateException(
          TemplateException.Kind.LIMIT,
          String.format(Locale.ROOT, "a list or mapping gets more than %,d elements", WEIGHT));
    }
    return weight;
  }

  /// The depth of a container.
  ///
  /// @throws TemplateException if it is too great
  static int depth(Collection<? extends Value> values) {
    int depth = 0;
    for (var value : values) {
      depth = Math.max(depth, value.depth());
    }
    if (depth >= DEPTH) {
      throw new TemplateException(
          TemplateException.Kind.LIMIT,
          "lists and mappings are more than " + DEPTH + " levels inside each other");
    }
    return depth + 1;
  }
}
