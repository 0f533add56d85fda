package kelvin.text.template.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.text.template.value.Host;
import kelvin.text.template.value.Numbers;
import kelvin.text.template.value.Sequence;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;

/// Takes parts of texts and lists by places, as `[begin:end:step]` does.
public final class Slices {

  private Slices() {}

  /// @param begin the first place; negative from the end, none from the beginning
  /// @param end the place before which it stops
  /// @param step the distance of places; negative goes backwards
  public static Value of(Value whole, Value begin, Value end, Value step, Host host) {
    return switch (whole) {
      case Value.Text(String text) -> {
        host.charge(text.length() / 16);
        var characters = text.codePoints().toArray();
        var out = new StringBuilder();
        for (int place : places(characters.length, begin, end, step)) {
          out.appendCodePoint(characters[place]);
        }
        yield Value.of(out.toString());
      }
      case Sequence row when row.type().hasPlaces() -> {
        host.charge(row.items().size());
        var items = new ArrayList<Value>();
        for (int place : places(row.items().size(), begin, end, step)) {
          items.add(row.items().get(place));
        }
        yield new Sequence(row.type(), items);
      }
      case Value.Undefined(String problem) -> throw new TemplateException(problem);
      default -> throw new TemplateException(whole.kind() + " cannot be cut by places");
    };
  }

  private static List<Integer> places(int length, Value begin, Value end, Value step) {
    int by = place(step).orElse(1);
    if (by == 0) {
      throw new TemplateException("the step between places must not be zero");
    }
    int first = bound(place(begin), length, by, by > 0 ? 0 : length - 1);
    int last = bound(place(end), length, by, by > 0 ? length : -1);
    var places = new ArrayList<Integer>();
    for (long at = first; by > 0 ? at < last : at > last; at += by) {
      places.add((int) at);
    }
    return places;
  }

  private static Optional<Integer> place(Value value) {
    return value instanceof Value.None ? Optional.empty() : Optional.of(Numbers.index(value));
  }

  private static int bound(Optional<Integer> place, int length, int by, int missing) {
    if (place.isEmpty()) {
      return missing;
    }
    long at = place.get() < 0 ? (long) place.get() + length : place.get();
    return by > 0 ? Math.clamp(at, 0, length) : Math.clamp(at, -1, length - 1);
  }
}
