package kelvin.text.template.value;

import java.time.LocalDateTime;

/// The questions that filters, methods and functions can ask of the rendering that calls them.
public interface Host {

  /// Counts work, so that none goes on for ever.
  ///
  /// @param units about as many as elements or groups of characters are touched
  /// @throws TemplateException when the template has taken too many steps
  void charge(long units);

  /// Applies the filter of this name.
  Value filter(String name, Value input, Arguments arguments);

  /// Applies the test of this name.
  boolean test(String name, Value input, Arguments arguments);

  /// The time that templates see.
  LocalDateTime now();
}
