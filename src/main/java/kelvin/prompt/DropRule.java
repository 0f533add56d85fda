package kelvin.prompt;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Chooses the next example to drop when a prompt exceeds the context. Nothing is dropped unless
/// the user asks for it.
public enum DropRule {
  FIRST("first"),
  LAST("last"),
  LONGEST("longest");

  /// The rules in the order of a menu.
  public static final List<DropRule> ALL = List.of(values());

  private final String label;

  DropRule(String label) {
    this.label = label;
  }

  /// The name for display and in options.
  public String label() {
    return label;
  }

  /// @throws IllegalArgumentException when no rule has that name
  public static DropRule of(String label) {
    return Arrays.stream(values())
        .filter(rule -> rule.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be first, last or longest; was '" + label + "'"));
  }

  /// The place of the next example to drop.
  ///
  /// @param shown places among all examples, at least one
  int next(FewShotPrompt prompt, List<Integer> shown) {
    return switch (this) {
      case FIRST -> shown.getFirst();
      case LAST -> shown.getLast();
      case LONGEST ->
          shown.stream()
              .max(
                  Comparator.comparingInt(
                      place -> prompt.layout().render(prompt.examples().get(place)).length()))
              .orElseThrow();
    };
  }
}
