package kelvin.text.template;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import kelvin.text.template.value.Mapping;
import kelvin.text.template.value.Sequence;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;
import kelvin.text.template.value.ValueLimits;

/// Makes values of JSON as Python does: a number with a point or an exponent is floating point,
/// any other is whole.
public final class JsonValues {

  private JsonValues() {}

  /// @throws TemplateException if it is too large or nested too deeply for a template
  public static Value of(JsonElement json) {
    return switch (json) {
      case JsonObject object -> {
        var entries = new LinkedHashMap<String, Value>();
        object.asMap().forEach((key, value) -> entries.put(key, of(value)));
        yield Mapping.ofTexts(entries);
      }
      case JsonArray array -> {
        var items = new ArrayList<Value>();
        array.forEach(item -> items.add(of(item)));
        yield Sequence.list(items);
      }
      case JsonPrimitive primitive -> primitive(primitive);
      default -> Value.None.NONE;
    };
  }

  private static Value primitive(JsonPrimitive primitive) {
    if (primitive.isBoolean()) {
      return Value.of(primitive.getAsBoolean());
    }
    var text = primitive.getAsString();
    return primitive.isString() ? Value.of(text) : number(text);
  }

  private static Value number(String text) {
    if (text.length() > ValueLimits.BITS / 4) {
      throw new TemplateException(
          TemplateException.Kind.LIMIT, "a number has more than 3,500 characters");
    }
    return text.matches("-?\\d+")
        ? new Value.Whole(new BigInteger(text))
        : new Value.Real(new BigDecimal(text).doubleValue());
  }
}
