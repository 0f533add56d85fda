package kelvin.text.template.operation;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import kelvin.text.template.value.Host;
import kelvin.text.template.value.Mapping;
import kelvin.text.template.value.Numbers;
import kelvin.text.template.value.PythonStrings;
import kelvin.text.template.value.PythonText;
import kelvin.text.template.value.Sequence;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;

/// Puts values into a text at places such as `%s` and `%5.2f`.
public final class PercentFormat {

  private static final Pattern PLACE =
      Pattern.compile("%(?:\\(([^)]*)\\))?([-+ #0]*)(\\d{1,7})?(?:\\.(\\d{1,7}))?([a-zA-Z%])?");

  private PercentFormat() {}

  /// @param values a tuple with one value for each place, a mapping for places with names, or the
  ///     value for the only place
  public static String apply(String format, Value values, Host host) {
    var all =
        values instanceof Sequence row && row.type() == Sequence.Type.TUPLE
            ? row.items()
            : List.of(values);
    var places = PLACE.matcher(format);
    var out = new StringBuilder();
    int from = 0;
    int used = 0;
    boolean named = false;
    while (places.find()) {
      out.append(format, from, places.start());
      from = places.end();
      var name = places.group(1);
      if ("%".equals(places.group(5))) {
        out.append('%');
      } else if (name != null) {
        named = true;
        out.append(written(places.toMatchResult(), named(values, name)));
      } else if (used == all.size()) {
        throw new TemplateException("the text has more places than there are values");
      } else {
        out.append(written(places.toMatchResult(), all.get(used++)));
      }
      PythonStrings.checkLength(out.length());
    }
    if (used < all.size() && !named && !(values instanceof Mapping)) {
      throw new TemplateException("the text has fewer places than there are values");
    }
    out.append(format, from, format.length());
    host.charge(out.length() / 16);
    return out.toString();
  }

  private static Value named(Value values, String name) {
    var found = values instanceof Mapping mapping ? mapping.get(name) : null;
    if (found == null) {
      throw new TemplateException("there is no value for the place %(" + name + ")");
    }
    return found;
  }

  private static String written(java.util.regex.MatchResult place, Value value) {
    if (place.group(5) == null) {
      throw new TemplateException("'" + place.group() + "' is no place for a value");
    }
    char type = place.group(5).charAt(0);
    var flags = place.group(2);
    boolean left = flags.contains("-");
    boolean text = "sra".indexOf(type) >= 0 || (type == 'c' && value instanceof Value.Text);
    var spec =
        new FormatSpec(
            flags.contains("0") && !left && !text ? '0' : ' ',
            left ? '<' : flags.contains("0") && !text ? '=' : '>',
            flags.contains("+") ? '+' : flags.contains(" ") ? ' ' : '-',
            flags.contains("#"),
            place.group(3) == null ? 0 : Integer.parseInt(place.group(3)),
            "",
            place.group(4) == null ? -1 : Integer.parseInt(place.group(4)),
            text ? 's' : type);
    return spec.apply(argument(type, value));
  }

  private static Value argument(char type, Value value) {
    return switch (type) {
      case 's' -> Value.of(PythonText.of(value));
      case 'r', 'a' -> Value.of(PythonText.quoted(value));
      case 'd', 'i', 'u' -> {
        if (!Numbers.isNumber(value)) {
          throw new TemplateException("%" + type + " needs a number, not " + value.kind());
        }
        yield value instanceof Value.Real(double number)
            ? new Value.Whole(new BigDecimal(number).toBigInteger())
            : new Value.Whole(Numbers.whole(value).orElseThrow());
      }
      case 'e', 'E', 'f', 'F', 'g', 'G' -> {
        if (!Numbers.isNumber(value)) {
          throw new TemplateException("%" + type + " needs a number, not " + value.kind());
        }
        yield new Value.Real(Numbers.real(value));
      }
      case 'x', 'X', 'o', 'c' -> value;
      default -> throw new TemplateException("'%" + type + "' is no place for a value");
    };
  }
}
