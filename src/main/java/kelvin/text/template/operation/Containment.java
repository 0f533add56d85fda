package kelvin.text.template.operation;

import kelvin.text.template.value.Host;
import kelvin.text.template.value.Iteration;
import kelvin.text.template.value.Mapping;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;

/// The operator `in`.
public final class Containment {

  private Containment() {}

  /// Tests if a part is in a text, an item in a row, or a key in a mapping.
  ///
  /// @throws TemplateException if the whole has no parts, or the part of a text is no text
  public static boolean test(Value part, Value whole, Host host) {
    return switch (whole) {
      case Value.Text(String text) -> {
        if (!(part instanceof Value.Text(String wanted))) {
          throw new TemplateException("in a text can only be text, not " + part.kind());
        }
        host.charge(text.length() / 16);
        yield text.contains(wanted);
      }
      case Mapping mapping -> mapping.entries().containsKey(Mapping.key(part));
      default -> {
        if (!Iteration.isPossible(whole)) {
          throw new TemplateException("nothing can be in " + whole.kind());
        }
        host.charge(whole.weight());
        yield Iteration.of(whole).contains(part);
      }
    };
  }
}
