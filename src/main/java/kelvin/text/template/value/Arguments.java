package kelvin.text.template.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The arguments of a call, by place and by name.
public record Arguments(List<Value> positional, Map<String, Value> named) {

  public static final Arguments NONE = new Arguments(List.of(), Map.of());

  public Arguments {
    positional = List.copyOf(positional);
    named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
  }

  public static Arguments of(Value... positional) {
    return new Arguments(List.of(positional), Map.of());
  }

  /// Those after the first few by place.
  public Arguments from(int first) {
    return new Arguments(positional.subList(first, positional.size()), named);
  }

  /// Gives each argument to its parameter.
  ///
  /// @throws TemplateException if there are too many or an unknown one
  public Bound bind(String... parameters) {
    if (positional.size() > parameters.length) {
      throw new TemplateException(
          parameters.length == 0
              ? "it takes no arguments"
              : "it takes at most "
                  + (parameters.length == 1 ? "1 argument" : parameters.length + " arguments")
                  + ", not "
                  + positional.size());
    }
    var names = List.of(parameters);
    var values = new HashMap<String, Value>();
    for (int i = 0; i < positional.size(); i++) {
      values.put(names.get(i), positional.get(i));
    }
    named.forEach(
        (name, value) -> {
          if (!names.contains(name)) {
            throw new TemplateException("it has no argument '" + name + "'");
          }
          if (values.put(name, value) != null) {
            throw new TemplateException("it gets the argument '" + name + "' twice");
          }
        });
    return new Bound(values);
  }

  /// The arguments with one more by name.
  public Arguments with(String name, Value value) {
    var more = new LinkedHashMap<>(named);
    more.put(name, value);
    return new Arguments(new ArrayList<>(positional), more);
  }

  /// Arguments by the names of their parameters.
  public record Bound(Map<String, Value> values) {

    public Bound {
      values = Map.copyOf(values);
    }

    public boolean has(String name) {
      return values.containsKey(name);
    }

    public Value get(String name, Value otherwise) {
      return values.getOrDefault(name, otherwise);
    }

    /// @throws TemplateException if it was not given
    public Value required(String name) {
      var value = values.get(name);
      if (value == null) {
        throw new TemplateException("the argument '" + name + "' is missing");
      }
      return value;
    }

    public boolean flag(String name) {
      return get(name, Value.Bool.FALSE).isTrue();
    }

    public String text(String name, String otherwise) {
      return switch (get(name, Value.of(otherwise))) {
        case Value.Text(String text) -> text;
        case Value other -> throw wrong(name, other, "text");
      };
    }

    public int whole(String name, int otherwise) {
      var value = get(name, Value.of(otherwise));
      if (Numbers.whole(value).isEmpty()) {
        throw wrong(name, value, "a whole number");
      }
      return Numbers.index(value);
    }

    private static TemplateException wrong(String name, Value value, String wanted) {
      return new TemplateException(
          "the argument '" + name + "' must be " + wanted + ", and is " + value.kind());
    }
  }
}
