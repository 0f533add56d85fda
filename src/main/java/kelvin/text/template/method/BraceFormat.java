package kelvin.text.template.method;

import java.util.regex.Pattern;
import kelvin.text.template.operation.FormatSpec;
import kelvin.text.template.value.Arguments;
import kelvin.text.template.value.Host;
import kelvin.text.template.value.PythonStrings;
import kelvin.text.template.value.PythonText;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;

/// Puts arguments into a text at places such as `{}`, `{0}`, `{name.part[0]}` and `{:>8}`.
final class BraceFormat {

  private static final Pattern PLACE =
      Pattern.compile(
          "([^.\\[!:]*)((?:\\.[^.\\[!:]+|\\[[^\\]]+\\])*)(?:!([rsa]))?(?::(.*))?", Pattern.DOTALL);

  private static final Pattern STEP = Pattern.compile("\\.([^.\\[]+)|\\[([^\\]]+)\\]");

  private final Arguments arguments;
  private int next;

  private BraceFormat(Arguments arguments) {
    this.arguments = arguments;
  }

  static String apply(String format, Arguments arguments, Host host) {
    return new BraceFormat(arguments).apply(format, host);
  }

  private String apply(String format, Host host) {
    var out = new StringBuilder();
    int at = 0;
    while (at < format.length()) {
      char c = format.charAt(at);
      if (c != '{' && c != '}') {
        out.append(c);
        at++;
      } else if (at + 1 < format.length() && format.charAt(at + 1) == c) {
        out.append(c);
        at += 2;
      } else {
        int end = c == '{' ? format.indexOf('}', at) : -1;
        if (end < 0) {
          throw new TemplateException("a single '" + c + "' in a format");
        }
        out.append(written(format.substring(at + 1, end)));
        at = end + 1;
      }
      PythonStrings.checkLength(out.length());
    }
    host.charge(out.length() / 16);
    return out.toString();
  }

  private String written(String place) {
    var found = PLACE.matcher(place);
    if (place.contains("{") || !found.matches()) {
      throw new TemplateException("'{" + place + "}' is no place for a value");
    }
    var value = argument(found.group(1));
    var steps = STEP.matcher(found.group(2));
    while (steps.find()) {
      value =
          steps.group(1) != null
              ? Lookup.attribute(value, steps.group(1))
              : Lookup.item(value, key(steps.group(2)));
    }
    if (found.group(3) != null) {
      value =
          Value.of("s".equals(found.group(3)) ? PythonText.of(value) : PythonText.quoted(value));
    }
    var spec = found.group(4);
    return spec == null || spec.isEmpty()
        ? PythonText.of(value)
        : FormatSpec.parse(spec).apply(value);
  }

  private static Value key(String key) {
    return key.matches("\\d{1,9}") ? Value.of(Integer.parseInt(key)) : Value.of(key);
  }

  private Value argument(String name) {
    if (name.isEmpty() || name.matches("\\d{1,9}")) {
      int place = name.isEmpty() ? next++ : Integer.parseInt(name);
      if (place >= arguments.positional().size()) {
        throw new TemplateException("there is no argument for the place {" + name + "}");
      }
      return arguments.positional().get(place);
    }
    var value = arguments.named().get(name);
    if (value == null) {
      throw new TemplateException("there is no argument for the place {" + name + "}");
    }
    return value;
  }
}
