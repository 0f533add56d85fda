package kelvin.text.template.filter;

import kelvin.text.template.value.Arguments;
import kelvin.text.template.value.Host;
import kelvin.text.template.value.Value;

/// Makes one value of another.
@FunctionalInterface
public interface Filter {

  /// @throws kelvin.text.template.value.TemplateException if it cannot be applied to such values
  Value apply(Value input, Arguments arguments, Host host);
}
