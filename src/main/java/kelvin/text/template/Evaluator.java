package kelvin.text.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.text.template.method.Lookup;
import kelvin.text.template.operation.Arithmetic;
import kelvin.text.template.operation.Slices;
import kelvin.text.template.syntax.Expression;
import kelvin.text.template.syntax.Expression.CallArguments;
import kelvin.text.template.syntax.Expression.FilterStep;
import kelvin.text.template.value.Arguments;
import kelvin.text.template.value.Callable;
import kelvin.text.template.value.Iteration;
import kelvin.text.template.value.Mapping;
import kelvin.text.template.value.PythonStrings;
import kelvin.text.template.value.PythonText;
import kelvin.text.template.value.Sequence;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;
import org.jspecify.annotations.Nullable;

/// Computes expressions.
final class Evaluator {

  private final Run run;

  Evaluator(Run run) {
    this.run = run;
  }

  /// @throws TemplateException with the line and the construct
  Value value(Expression expression, Scope scope) {
    if (expression instanceof Expression.Constant(_, Value value)) {
      return value;
    }
    try {
      run.enter();
      var value = compute(expression, scope);
      run.leave();
      return value;
    } catch (TemplateException e) {
      throw e.at(expression.line(), expression.construct());
    }
  }

  boolean isTrue(Expression expression, Scope scope) {
    return value(expression, scope).isTrue();
  }

  private Value compute(Expression expression, Scope scope) {
    return switch (expression) {
      case Expression.Constant constant -> constant.value();
      case Expression.Name(_, String name) -> scope.get(name);
      case Expression.Row row ->
          new Sequence(
              row.tuple() ? Sequence.Type.TUPLE : Sequence.Type.LIST, values(row.items(), scope));
      case Expression.Pairs pairs -> mapping(pairs, scope);
      case Expression.Signed(_, boolean negative, Expression of) ->
          negative ? Arithmetic.negate(value(of, scope)) : Arithmetic.plus(value(of, scope));
      case Expression.Not not -> Value.of(!isTrue(not.of(), scope));
      case Expression.Arithmetic step ->
          Arithmetic.apply(
              step.operator(), value(step.left(), scope), value(step.right(), scope), run);
      case Expression.Joined joined -> joined(joined, scope);
      case Expression.Comparison comparison -> Value.of(holds(comparison, scope));
      case Expression.And(_, Expression left, Expression right) -> {
        var first = value(left, scope);
        yield first.isTrue() ? value(right, scope) : first;
      }
      case Expression.Or(_, Expression left, Expression right) -> {
        var first = value(left, scope);
        yield first.isTrue() ? first : value(right, scope);
      }
      case Expression.Conditional conditional -> conditional(conditional, scope);
      case Expression.Part(_, Expression whole, String name) ->
          Lookup.attribute(value(whole, scope), name);
      case Expression.Item(_, Expression whole, Expression key) ->
          Lookup.item(value(whole, scope), value(key, scope));
      case Expression.Slice slice ->
          Slices.of(
              value(slice.whole(), scope),
              optional(slice.begin(), scope),
              optional(slice.end(), scope),
              optional(slice.step(), scope),
              run);
      case Expression.Call call -> call(call, scope, Arguments.NONE);
      case Expression.Filtered(Expression input, FilterStep filter) ->
          filtered(filter, value(input, scope), scope);
      case Expression.Tested test ->
          Value.of(
              run.test(
                  test.name(), value(test.input(), scope), arguments(test.arguments(), scope)));
    };
  }

  private List<Value> values(List<Expression> expressions, Scope scope) {
    var values = new ArrayList<Value>(expressions.size());
    for (var expression : expressions) {
      values.add(value(expression, scope));
    }
    return values;
  }

  private Value mapping(Expression.Pairs pairs, Scope scope) {
    var entries = new LinkedHashMap<Value, Value>();
    for (int i = 0; i < pairs.keys().size(); i++) {
      var key = Mapping.key(value(pairs.keys().get(i), scope));
      entries.put(key, value(pairs.values().get(i), scope));
    }
    return new Mapping(entries);
  }

  private Value joined(Expression.Joined joined, Scope scope) {
    var texts = new ArrayList<String>(joined.parts().size());
    for (var part : joined.parts()) {
      texts.add(printed(value(part, scope)));
    }
    return Value.of(PythonStrings.join("", texts, run));
  }

  /// The text of a value as it is printed.
  String printed(Value value) {
    run.charge(value.weight());
    return PythonText.of(value);
  }

  private boolean holds(Expression.Comparison comparison, Scope scope) {
    var left = value(comparison.first(), scope);
    for (int i = 0; i < comparison.others().size(); i++) {
      var right = value(comparison.others().get(i), scope);
      if (!comparison.comparators().get(i).test(left, right, run)) {
        return false;
      }
      left = right;
    }
    return true;
  }

  private Value conditional(Expression.Conditional conditional, Scope scope) {
    if (isTrue(conditional.test(), scope)) {
      return value(conditional.yes(), scope);
    }
    var no = conditional.no();
    return no == null
        ? new Value.Undefined("an 'if' whose condition is false has no 'else'")
        : value(no, scope);
  }

  private Value optional(@Nullable Expression expression, Scope scope) {
    return expression == null ? Value.None.NONE : value(expression, scope);
  }

  /// @param further arguments by name, beside those of the call
  Value call(Expression.Call call, Scope scope, Arguments further) {
    var callee = value(call.callee(), scope);
    var arguments = arguments(call.arguments(), scope);
    for (var more : further.named().entrySet()) {
      arguments = arguments.with(more.getKey(), more.getValue());
    }
    return switch (callee) {
      case Callable callable -> callable.body().call(arguments, run);
      case Value.Undefined(String problem) -> throw new TemplateException(problem);
      default -> throw new TemplateException(callee.kind() + " cannot be called");
    };
  }

  /// Applies one filter, whose errors get its place.
  Value filtered(FilterStep filter, Value input, Scope scope) {
    return run.filter(filter.name(), input, arguments(filter.arguments(), scope));
  }

  private Arguments arguments(CallArguments given, Scope scope) {
    if (given.isNone()) {
      return Arguments.NONE;
    }
    var positional = values(given.positional(), scope);
    if (given.more() != null) {
      positional.addAll(Iteration.of(value(given.more(), scope)));
    }
    var named = new LinkedHashMap<String, Value>();
    given.named().forEach((name, expression) -> named.put(name, value(expression, scope)));
    if (given.moreNamed() != null) {
      addNamed(named, value(given.moreNamed(), scope));
    }
    return new Arguments(positional, named);
  }

  private static void addNamed(Map<String, Value> named, Value more) {
    if (!(more instanceof Mapping mapping)) {
      throw new TemplateException("after '**' stands a mapping, not " + more.kind());
    }
    mapping
        .entries()
        .forEach(
            (key, value) -> {
              if (!(key instanceof Value.Text(String name)) || named.put(name, value) != null) {
                throw new TemplateException("after '**' is a name that cannot be an argument");
              }
            });
  }
}
