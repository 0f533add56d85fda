package kelvin.text.template.method;

import java.util.HashMap;
import java.util.Map;
import kelvin.text.template.value.Arguments;
import kelvin.text.template.value.Callable;
import kelvin.text.template.value.Host;
import kelvin.text.template.value.Value;
import org.jspecify.annotations.Nullable;

/// The methods of texts, which are those of Python's `str` but for its encodings.
final class TextMethods {

  /// The work of a method on a text.
  @FunctionalInterface
  interface Method {
    Value apply(String text, Arguments arguments, Host host);
  }

  private static final Map<String, Method> METHODS = all();

  private TextMethods() {}

  private static Map<String, Method> all() {
    var methods = new HashMap<String, Method>();
    methods.putAll(StrippingMethods.METHODS);
    methods.putAll(SplittingMethods.METHODS);
    methods.putAll(SearchingMethods.METHODS);
    methods.putAll(CaseMethods.METHODS);
    methods.putAll(CharacterTests.METHODS);
    methods.putAll(LayoutMethods.METHODS);
    return Map.copyOf(methods);
  }

  static @Nullable Callable find(String text, String name) {
    var method = METHODS.get(name);
    return method == null
        ? null
        : new Callable(
            name,
            (arguments, host) -> {
              host.charge(1L + text.length() / 16);
              return method.apply(text, arguments, host);
            });
  }
}
