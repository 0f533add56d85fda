package kelvin.text.template.operation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.text.template.value.Host;
import kelvin.text.template.value.Numbers;
import kelvin.text.template.value.PythonStrings;
import kelvin.text.template.value.Sequence;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;
import kelvin.text.template.value.Value.Text;

/// Computes with numbers, texts and lists as Python does.
public final class Arithmetic {

  private static final int ITEMS = 1_000_000;

  private Arithmetic() {}

  /// @throws TemplateException if the operator has no result for such values
  public static Value apply(Operator operator, Value left, Value right, Host host) {
    for (var value : new Value[] {left, right}) {
      if (value instanceof Value.Undefined(String problem)) {
        throw new TemplateException(problem);
      }
    }
    if (operator == Operator.REMAINDER && left instanceof Text(String format)) {
      return Value.of(PercentFormat.apply(format, right, host));
    }
    if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
      var first = Numbers.whole(left);
      var second = Numbers.whole(right);
      return first.isPresent() && second.isPresent()
          ? WholeArithmetic.apply(operator, first.get(), second.get())
          : RealArithmetic.apply(operator, Numbers.real(left), Numbers.real(right));
    }
    return ofRows(operator, left, right, host)
        .orElseThrow(
            () ->
                new TemplateException(
                    left.kind() + " " + operator.symbol() + " " + right.kind() + " has no result"));
  }

  private static Optional<Value> ofRows(Operator operator, Value left, Value right, Host host) {
    return switch (operator) {
      case ADD -> added(left, right, host);
      case MULTIPLY -> {
        var count = Numbers.whole(right);
        yield count.isPresent()
            ? repeated(left, count.get(), host)
            : Numbers.whole(left).flatMap(times -> repeated(right, times, host));
      }
      default -> Optional.empty();
    };
  }

  private static Optional<Value> added(Value left, Value right, Host host) {
    if (left instanceof Text(String first) && right instanceof Text(String second)) {
      return Optional.of(Value.of(PythonStrings.join("", List.of(first, second), host)));
    }
    if (left instanceof Sequence first
        && right instanceof Sequence second
        && alike(first, second)) {
      checkItems(first.items().size() + (long) second.items().size(), host);
      var all = new ArrayList<>(first.items());
      all.addAll(second.items());
      return Optional.of(new Sequence(first.type(), all));
    }
    return Optional.empty();
  }

  private static boolean alike(Sequence left, Sequence right) {
    return left.type() == right.type() && isListOrTuple(left);
  }

  private static boolean isListOrTuple(Sequence row) {
    return row.type() == Sequence.Type.LIST || row.type() == Sequence.Type.TUPLE;
  }

  private static Optional<Value> repeated(Value value, BigInteger count, Host host) {
    int times = Math.max(0, Numbers.index(new Value.Whole(count)));
    return switch (value) {
      case Text(String text) -> {
        PythonStrings.checkLength((long) text.length() * times);
        host.charge((long) text.length() * times / 16);
        yield Optional.of(Value.of(text.repeat(text.isEmpty() ? 0 : times)));
      }
      case Sequence row when isListOrTuple(row) -> {
        checkItems((long) row.items().size() * times, host);
        var all = new ArrayList<Value>();
        for (int i = 0; i < times && !row.items().isEmpty(); i++) {
          all.addAll(row.items());
        }
        yield Optional.of(new Sequence(row.type(), all));
      }
      default -> Optional.empty();
    };
  }

  private static void checkItems(long count, Host host) {
    if (count > ITEMS) {
      throw new TemplateException(
          TemplateException.Kind.LIMIT, "a list gets more than 1,000,000 items");
    }
    host.charge(count);
  }

  /// The value with its sign turned.
  public static Value negate(Value value) {
    return switch (value) {
      case Value.Real(double number) -> new Value.Real(-number);
      case Value.Undefined(String problem) -> throw new TemplateException(problem);
      default ->
          new Value.Whole(
              Numbers.whole(value)
                  .orElseThrow(
                      () -> new TemplateException("- of " + value.kind() + " has no result"))
                  .negate());
    };
  }

  /// The value with the sign `+`, which only numbers can have.
  public static Value plus(Value value) {
    return negate(negate(value));
  }
}
