package kelvin.text.template;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import kelvin.text.template.value.Arguments;
import kelvin.text.template.value.Callable;
import kelvin.text.template.value.Host;
import kelvin.text.template.value.Iteration;
import kelvin.text.template.value.Mapping;
import kelvin.text.template.value.Namespace;
import kelvin.text.template.value.Numbers;
import kelvin.text.template.value.PythonText;
import kelvin.text.template.value.Sequence;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;
import kelvin.text.template.value.ValueLimits;

/// The functions that every template knows: those of Jinja2, and those that Transformers adds.
final class Globals {

  private Globals() {}

  static Map<String, Value> all() {
    var globals = new HashMap<String, Value>();
    put(globals, "range", Globals::range);
    put(globals, "dict", (arguments, _) -> new Mapping(entries(arguments)));
    put(globals, "namespace", (arguments, _) -> new Namespace(parts(arguments)));
    put(globals, "cycler", (arguments, _) -> new Cycler(arguments.positional()).value());
    put(globals, "joiner", Globals::joiner);
    put(globals, "raise_exception", Globals::raise);
    put(globals, "strftime_now", Globals::now);
    return globals;
  }

  private static void put(Map<String, Value> globals, String name, Callable.Body body) {
    globals.put(name, new Callable(name, body));
  }

  private static Value range(Arguments arguments, Host host) {
    var given = arguments.positional();
    if (given.isEmpty() || given.size() > 3 || !arguments.named().isEmpty()) {
      throw new TemplateException("it takes one to three whole numbers");
    }
    long begin = given.size() == 1 ? 0 : number(given.getFirst());
    long end = number(given.get(given.size() == 1 ? 0 : 1));
    long step = given.size() == 3 ? number(given.get(2)) : 1;
    if (step == 0) {
      throw new TemplateException("the step must not be zero");
    }
    long count = Math.max(0, Math.ceilDiv(end - begin, step));
    if (count > ValueLimits.RANGE) {
      throw new TemplateException(
          TemplateException.Kind.LIMIT, "a range has at most 100,000 numbers, not " + count);
    }
    host.charge(count);
    var numbers = new ArrayList<Value>();
    for (long i = 0; i < count; i++) {
      numbers.add(Value.of(begin + i * step));
    }
    return new Sequence(Sequence.Type.RANGE, numbers);
  }

  private static long number(Value value) {
    BigInteger number =
        Numbers.whole(value)
            .orElseThrow(
                () -> new TemplateException("it takes whole numbers, not " + value.kind()));
    if (number.bitLength() > 60) {
      throw new TemplateException(TemplateException.Kind.LIMIT, "a number of a range is too large");
    }
    return number.longValue();
  }

  private static Map<Value, Value> entries(Arguments arguments) {
    var entries = new LinkedHashMap<Value, Value>();
    var bound = new Arguments(arguments.positional(), Map.of()).bind("mapping");
    if (bound.has("mapping")) {
      addEntries(entries, bound.required("mapping"));
    }
    arguments.named().forEach((name, value) -> entries.put(Value.of(name), value));
    return entries;
  }

  private static void addEntries(Map<Value, Value> entries, Value given) {
    if (given instanceof Mapping mapping) {
      entries.putAll(mapping.entries());
      return;
    }
    for (var pair : Iteration.of(given)) {
      var items = Iteration.of(pair);
      if (items.size() != 2) {
        throw new TemplateException(
            "a mapping is made of pairs, not of " + items.size() + " values");
      }
      entries.put(Mapping.key(items.getFirst()), items.getLast());
    }
  }

  private static Map<String, Value> parts(Arguments arguments) {
    var parts = new LinkedHashMap<String, Value>();
    entries(arguments).forEach((name, value) -> parts.put(PythonText.of(name), value));
    return parts;
  }

  /// Gives nothing at first, and then what stands between the parts of a list.
  private static Value joiner(Arguments arguments, Host host) {
    var between = Value.of(arguments.bind("sep").text("sep", ", "));
    var first = new boolean[] {true};
    return new Callable(
        "joiner",
        (further, _) -> {
          further.bind();
          boolean isFirst = first[0];
          first[0] = false;
          return isFirst ? Value.of("") : between;
        });
  }

  private static Value raise(Arguments arguments, Host host) {
    throw new TemplateException(
        TemplateException.Kind.RAISED,
        PythonText.of(arguments.bind("message").required("message")));
  }

  private static Value now(Arguments arguments, Host host) {
    var bound = arguments.bind("format");
    bound.required("format");
    return Value.of(TimeFormat.format(host.now(), bound.text("format", "")));
  }
}
