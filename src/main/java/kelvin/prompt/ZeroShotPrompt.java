package kelvin.prompt;

import java.util.List;
import java.util.Map;

/// A task in words and an input, without examples.
///
/// @param labels whose names are the values of `{labels}` in the template; may be empty
public record ZeroShotPrompt(ZeroShotTemplate template, String input, List<String> labels)
    implements ComposedPrompt {

  public ZeroShotPrompt {
    labels = List.copyOf(labels);
  }

  @Override
  public Composition composition() {
    return Composition.ZERO_SHOT;
  }

  @Override
  public String render() {
    // White space that the user typed at the end of a template stays. Lint reports it; nothing
    // removes it.
    return template.hasAnswer() ? whole().stripTrailing() : whole();
  }

  private String whole() {
    return Placeholders.fill(
        template.beforeAnswer(),
        Map.of(
            Placeholders.INPUT,
            input,
            Placeholders.LABELS,
            String.join("/", Spellings.names(labels))));
  }

  @Override
  public String continuation(String answer) {
    return gap() + answer;
  }

  @Override
  public String closedContinuation(String answer) {
    return continuation(answer) + template.afterAnswer();
  }

  private String gap() {
    var whole = whole();
    if (template.hasAnswer()) {
      return whole.substring(whole.stripTrailing().length());
    }
    boolean spaced = whole.isEmpty() || Character.isWhitespace(whole.charAt(whole.length() - 1));
    return spaced ? "" : " ";
  }

  @Override
  public ZeroShotPrompt withInput(String other) {
    return new ZeroShotPrompt(template, other, labels);
  }
}
