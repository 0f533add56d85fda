package kelvin.distribution;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads the settings of one stage from a file and explains what is wrong with an invalid one.
final class StageValues {

  private final String stage;
  private final Map<String, ?> values;

  StageValues(String stage, Map<String, ?> values) {
    this.stage = stage;
    this.values = values;
  }

  double number(String name, double byDefault) {
    return switch (values.get(name)) {
      case null -> byDefault;
      case Number number -> number.doubleValue();
      case String text when text.equals("inf") -> Double.POSITIVE_INFINITY;
      case Object other -> throw wrong(name, "a number", other);
    };
  }

  /// The number of tokens that a cut always keeps.
  int minKept() {
    return whole("least", 1);
  }

  int whole(String name, int byDefault) {
    return switch (values.get(name)) {
      case null -> byDefault;
      case Number number when number.doubleValue() == number.intValue() -> number.intValue();
      case Object other -> throw wrong(name, "a whole number", other);
    };
  }

  boolean flag(String name, boolean byDefault) {
    return switch (values.get(name)) {
      case null -> byDefault;
      case Boolean flag -> flag;
      case Object other -> throw wrong(name, "true or false", other);
    };
  }

  <E extends Enum<E>> E choice(String name, E byDefault) {
    var type = byDefault.getDeclaringClass();
    var value = values.get(name);
    if (value == null) {
      return byDefault;
    }
    for (var constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
        return constant;
      }
    }
    throw wrong(
        name,
        String.join(
            " or ",
            Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList()),
        value);
  }

  /// A list of lists of token ids.
  List<List<Integer>> sequences(String name) {
    return list(name).stream().map(sequence -> ids(name, sequence)).toList();
  }

  List<?> list(String name) {
    return switch (values.get(name)) {
      case null -> List.of();
      case List<?> list -> list;
      case Object other -> throw wrong(name, "a list", other);
    };
  }

  List<Integer> ids(String name, Object value) {
    if (!(value instanceof List<?> list)) {
      throw wrong(name, "lists of token ids", value);
    }
    return list.stream()
        .map(
            element ->
                element instanceof Number id && id.doubleValue() == id.intValue()
                    ? (Integer) id.intValue()
                    : throwNoIds(name, element))
        .toList();
  }

  private Integer throwNoIds(String name, Object element) {
    throw wrong(name, "token ids", element);
  }

  IllegalArgumentException wrong(String name, String expected, Object was) {
    return new IllegalArgumentException(
        stage + ": " + name + " must be " + expected + ", was " + was);
  }
}
