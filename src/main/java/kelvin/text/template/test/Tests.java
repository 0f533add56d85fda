package kelvin.text.template.test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.text.template.filter.Filters;
import kelvin.text.template.operation.Arithmetic;
import kelvin.text.template.operation.Comparator;
import kelvin.text.template.operation.Operator;
import kelvin.text.template.value.Arguments;
import kelvin.text.template.value.Callable;
import kelvin.text.template.value.Host;
import kelvin.text.template.value.Iteration;
import kelvin.text.template.value.Mapping;
import kelvin.text.template.value.Numbers;
import kelvin.text.template.value.PythonStrings;
import kelvin.text.template.value.PythonText;
import kelvin.text.template.value.Sequence;
import kelvin.text.template.value.Value;

/// All tests by name.
public final class Tests {

  /// Says yes or no about a value.
  @FunctionalInterface
  public interface Test {

    /// @throws kelvin.text.template.value.TemplateException if it cannot be applied to such values
    boolean apply(Value input, Arguments arguments, Host host);
  }

  private static final Map<String, Test> TESTS = all();

  private Tests() {}

  public static Optional<Test> find(String name) {
    return Optional.ofNullable(TESTS.get(name));
  }

  /// The names, sorted.
  public static List<String> names() {
    return TESTS.keySet().stream().sorted().toList();
  }

  private static Map<String, Test> all() {
    var tests = new HashMap<String, Test>();
    putKinds(tests);
    putNumbers(tests);
    putTexts(tests);
    putComparisons(tests);
    tests.put(
        "filter", simple(v -> v instanceof Value.Text(String n) && Filters.find(n).isPresent()));
    tests.put("test", simple(v -> v instanceof Value.Text(String n) && find(n).isPresent()));
    return Map.copyOf(tests);
  }

  private static Test simple(java.util.function.Predicate<Value> test) {
    return (input, arguments, _) -> {
      arguments.bind();
      return test.test(input);
    };
  }

  private static void putKinds(Map<String, Test> tests) {
    tests.put("defined", simple(value -> !(value instanceof Value.Undefined)));
    tests.put("undefined", simple(value -> value instanceof Value.Undefined));
    tests.put("none", simple(value -> value instanceof Value.None));
    tests.put("boolean", simple(value -> value instanceof Value.Bool));
    tests.put("true", simple(value -> value instanceof Value.Bool(boolean flag) && flag));
    tests.put("false", simple(value -> value instanceof Value.Bool(boolean flag) && !flag));
    tests.put("integer", simple(value -> value instanceof Value.Whole));
    tests.put("float", simple(value -> value instanceof Value.Real));
    tests.put("number", simple(Numbers::isNumber));
    tests.put("string", simple(value -> value instanceof Value.Text));
    tests.put("mapping", simple(value -> value instanceof Mapping));
    tests.put("iterable", simple(Iteration::isPossible));
    tests.put("sequence", simple(Tests::isSequence));
    tests.put("callable", simple(value -> value instanceof Callable));
    tests.put("escaped", simple(_ -> false));
  }

  /// True for a value that can be counted and has parts, also for mappings and undefined values.
  private static boolean isSequence(Value value) {
    return Iteration.count(value) >= 0
        && !(value instanceof Sequence row && !row.type().hasPlaces());
  }

  private static void putNumbers(Map<String, Test> tests) {
    tests.put("odd", (input, arguments, host) -> remainder(input, Value.of(2), host, 1));
    tests.put("even", (input, arguments, host) -> remainder(input, Value.of(2), host, 0));
    tests.put(
        "divisibleby",
        (input, arguments, host) ->
            remainder(input, arguments.bind("num").required("num"), host, 0));
  }

  private static boolean remainder(Value input, Value divisor, Host host, int wanted) {
    return Arithmetic.apply(Operator.REMAINDER, input, divisor, host).equals(Value.of(wanted));
  }

  private static void putTexts(Map<String, Test> tests) {
    tests.put(
        "lower",
        simple(value -> isCased(value) && text(value).equals(PythonStrings.lower(text(value)))));
    tests.put(
        "upper",
        simple(value -> isCased(value) && text(value).equals(PythonStrings.upper(text(value)))));
  }

  private static boolean isCased(Value value) {
    return text(value).codePoints().anyMatch(PythonStrings::isCased);
  }

  private static String text(Value value) {
    return PythonText.of(value);
  }

  private static void putComparisons(Map<String, Test> tests) {
    putComparison(tests, Comparator.EQUAL, "==", "eq", "equalto");
    putComparison(tests, Comparator.NOT_EQUAL, "!=", "ne");
    putComparison(tests, Comparator.LESS, "<", "lt", "lessthan");
    putComparison(tests, Comparator.LESS_OR_EQUAL, "<=", "le");
    putComparison(tests, Comparator.GREATER, ">", "gt", "greaterthan");
    putComparison(tests, Comparator.GREATER_OR_EQUAL, ">=", "ge");
    putComparison(tests, Comparator.IN, "in");
    tests.put("sameas", (input, arguments, _) -> isSame(input, other(arguments)));
  }

  private static void putComparison(
      Map<String, Test> tests, Comparator comparator, String... names) {
    for (var name : names) {
      tests.put(name, (input, arguments, host) -> comparator.test(input, other(arguments), host));
    }
  }

  private static Value other(Arguments arguments) {
    return arguments.bind("other").required("other");
  }

  /// Truth values and none are the same whenever they are equal; others only if they are one.
  @SuppressWarnings("ReferenceEquality") // Whether they are one is what the test asks.
  private static boolean isSame(Value value, Value other) {
    boolean one = value instanceof Value.Bool || value instanceof Value.None;
    return value == other || (one && value.getClass() == other.getClass() && value.equals(other));
  }
}
