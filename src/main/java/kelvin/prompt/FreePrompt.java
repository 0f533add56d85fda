package kelvin.prompt;

import java.util.Map;

/// A prompt typed as free text. An answer follows it directly, with nothing between.
public record FreePrompt(String text) implements ComposedPrompt {

  /// The place of an input in a template.
  public static final String INPUT = Placeholders.INPUT;

  /// Replaces each `{x}` of a template with an input.
  public static FreePrompt filled(String template, String input) {
    return new FreePrompt(Placeholders.fill(template, Map.of(Placeholders.INPUT, input)));
  }

  /// Returns whether a template has a place for an input.
  public static boolean takesInput(String template) {
    return template.contains(Placeholders.INPUT);
  }

  @Override
  public FreePrompt withInput(String other) {
    return new FreePrompt(other);
  }

  @Override
  public Composition composition() {
    return Composition.TEXT;
  }

  @Override
  public String render() {
    return text;
  }

  @Override
  public String continuation(String answer) {
    return answer;
  }

  @Override
  public String closedContinuation(String answer) {
    return answer;
  }
}
