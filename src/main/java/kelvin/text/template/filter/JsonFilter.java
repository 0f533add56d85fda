package kelvin.text.template.filter;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import kelvin.text.template.operation.Ordering;
import kelvin.text.template.value.Arguments;
import kelvin.text.template.value.Host;
import kelvin.text.template.value.Mapping;
import kelvin.text.template.value.Numbers;
import kelvin.text.template.value.PythonStrings;
import kelvin.text.template.value.PythonText;
import kelvin.text.template.value.Sequence;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;
import org.jspecify.annotations.Nullable;

/// The filter `tojson`, as Transformers has it: Python's `json.dumps`, where characters beyond
/// ASCII stay as they are.
final class JsonFilter {

  private final StringBuilder out = new StringBuilder();
  private final boolean ascii;
  private final @Nullable String indent;
  private final String betweenItems;
  private final String afterKey;
  private final boolean sorted;

  private JsonFilter(Arguments arguments) {
    var bound = arguments.bind("ensure_ascii", "indent", "separators", "sort_keys");
    ascii = bound.flag("ensure_ascii");
    indent = indent(bound.get("indent", Value.None.NONE));
    sorted = bound.flag("sort_keys");
    if (bound.get("separators", Value.None.NONE) instanceof Sequence row
        && row.items().size() == 2) {
      betweenItems = PythonText.of(row.items().getFirst());
      afterKey = PythonText.of(row.items().getLast());
    } else if (bound.get("separators", Value.None.NONE) instanceof Value.None) {
      betweenItems = indent == null ? ", " : ",";
      afterKey = ": ";
    } else {
      throw new TemplateException("separators must be two texts, such as (',', ':')");
    }
  }

  private static @Nullable String indent(Value indent) {
    return switch (indent) {
      case Value.None _ -> null;
      case Value.Text(String text) -> text;
      default -> {
        int width = Math.max(0, Numbers.index(indent));
        if (width > 100) {
          throw new TemplateException("indent must be at most 100");
        }
        yield " ".repeat(width);
      }
    };
  }

  static Value apply(Value input, Arguments arguments, Host host) {
    host.charge(input.weight());
    var json = new JsonFilter(arguments);
    json.write(input, 0);
    host.charge(json.out.length() / 16);
    return Value.of(json.out.toString());
  }

  private void write(Value value, int level) {
    PythonStrings.checkLength(out.length());
    switch (value) {
      case Value.None _ -> out.append("null");
      case Value.Bool(boolean flag) -> out.append(flag);
      case Value.Whole whole -> out.append(whole.number());
      case Value.Real(double number) -> out.append(real(number));
      case Value.Text(String text) -> writeText(text);
      case Sequence row when row.type().hasPlaces() && row.type() != Sequence.Type.RANGE ->
          writeRow(row, level);
      case Mapping mapping -> writeMapping(mapping, level);
      case Value.Undefined(String problem) -> throw new TemplateException(problem);
      default -> throw new TemplateException(value.kind() + " cannot be written as JSON");
    }
  }

  private static String real(double number) {
    return Double.isNaN(number)
        ? "NaN"
        : Double.isInfinite(number)
            ? number > 0 ? "Infinity" : "-Infinity"
            : PythonText.real(number);
  }

  private void writeRow(Sequence row, int level) {
    if (row.items().isEmpty()) {
      out.append("[]");
      return;
    }
    out.append('[');
    boolean first = true;
    for (var item : row.items()) {
      begin(first, level + 1);
      write(item, level + 1);
      first = false;
    }
    newLine(level);
    out.append(']');
  }

  private void writeMapping(Mapping mapping, int level) {
    if (mapping.entries().isEmpty()) {
      out.append("{}");
      return;
    }
    out.append('{');
    boolean first = true;
    for (var entry : entries(mapping)) {
      begin(first, level + 1);
      writeText(key(entry.getKey()));
      out.append(afterKey);
      write(entry.getValue(), level + 1);
      first = false;
    }
    newLine(level);
    out.append('}');
  }

  private List<Map.Entry<Value, Value>> entries(Mapping mapping) {
    var entries = new ArrayList<>(mapping.entries().entrySet());
    if (sorted) {
      entries.sort((a, b) -> Ordering.compare(a.getKey(), b.getKey()));
    }
    return entries;
  }

  private void begin(boolean first, int level) {
    if (!first) {
      out.append(betweenItems);
    }
    newLine(level);
  }

  private void newLine(int level) {
    if (indent != null) {
      out.append('\n').repeat(indent, level);
    }
  }

  private static String key(Value key) {
    return switch (key) {
      case Value.Text(String text) -> text;
      case Value.None _ -> "null";
      case Value.Bool(boolean flag) -> flag ? "true" : "false";
      case Value.Whole whole -> whole.number().toString();
      case Value.Real(double number) -> real(number);
      default -> throw new TemplateException("a key of JSON cannot be " + key.kind());
    };
  }

  private void writeText(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      writeCharacter(text.charAt(i));
    }
    out.append('"');
  }

  private void writeCharacter(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      default -> {
        if (c < ' ' || (ascii && c > '~')) {
          out.append("\\u").append(HexFormat.of().toHexDigits(c));
        } else {
          out.append(c);
        }
      }
    }
  }
}
