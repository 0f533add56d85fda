package kelvin.text.template;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.text.template.syntax.Expression;
import kelvin.text.template.syntax.Statement;
import kelvin.text.template.syntax.Statement.Signature;
import kelvin.text.template.value.Arguments;
import kelvin.text.template.value.Callable;
import kelvin.text.template.value.Mapping;
import kelvin.text.template.value.Sequence;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;

/// Makes functions of macros and of the bodies of `call` blocks. A call gives the text of the body.
final class Macros {

  private Macros() {}

  static Callable of(Executor executor, Statement.Macro macro, Scope outside) {
    return of(executor, macro.name(), macro.signature(), macro.body(), outside);
  }

  /// @param outside the scope in which the macro stands, whose names it sees
  static Callable of(
      Executor executor, String name, Signature signature, List<Statement> body, Scope outside) {
    return new Callable(
        name,
        (arguments, _) -> {
          var scope = new Scope(outside);
          bind(executor, signature, arguments, scope);
          return Value.of(executor.run().capture(() -> executor.execute(body, scope)));
        },
        part -> part.equals("name") ? Value.of(name) : null);
  }

  private static void bind(
      Executor executor, Signature signature, Arguments arguments, Scope scope) {
    var named = new LinkedHashMap<>(arguments.named());
    bindParameters(executor, signature, arguments.positional(), named, scope);
    bindCaller(signature, named, scope);
    if (signature.uses().contains("kwargs")) {
      scope.set("kwargs", Mapping.ofTexts(named));
    } else if (!named.isEmpty()) {
      throw new TemplateException(
          "the macro has no parameter '" + named.keySet().iterator().next() + "'");
    }
    int count = signature.parameters().size();
    int given = arguments.positional().size();
    if (signature.uses().contains("varargs")) {
      var further = arguments.positional().subList(Math.min(count, given), given);
      scope.set("varargs", new Sequence(Sequence.Type.TUPLE, further));
    } else if (given > count) {
      throw new TemplateException(
          "the macro has " + count + " parameters, and is called with " + given + " values");
    }
  }

  private static void bindParameters(
      Executor executor,
      Signature signature,
      List<Value> positional,
      Map<String, Value> named,
      Scope scope) {
    var defaults = defaults(signature);
    for (int i = 0; i < signature.parameters().size(); i++) {
      var name = signature.parameters().get(i);
      if (i < positional.size()) {
        scope.set(name, positional.get(i));
      } else if (named.containsKey(name)) {
        scope.set(name, named.remove(name));
      } else if (defaults.containsKey(name)) {
        scope.set(name, executor.evaluator().value(defaults.get(name), scope));
      } else {
        scope.set(name, new Value.Undefined("the parameter '" + name + "' was not given"));
      }
    }
  }

  private static Map<String, Expression> defaults(Signature signature) {
    var defaults = new HashMap<String, Expression>();
    int first = signature.parameters().size() - signature.defaults().size();
    for (int i = 0; i < signature.defaults().size(); i++) {
      defaults.put(signature.parameters().get(first + i), signature.defaults().get(i));
    }
    return defaults;
  }

  private static void bindCaller(Signature signature, Map<String, Value> named, Scope scope) {
    if (signature.uses().contains("caller") && !signature.parameters().contains("caller")) {
      var caller = named.remove("caller");
      scope.set(
          "caller",
          caller == null
              ? new Value.Undefined("the macro is not called by a 'call' block")
              : caller);
    }
  }
}
