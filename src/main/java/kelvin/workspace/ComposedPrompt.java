package kelvin.workspace;

import java.util.List;
import kelvin.inference.StartToken;
import kelvin.prompt.FewShotPrompt;

/// The prompt in all its ways: those that are not chosen keep their work.
///
/// @param text as it was typed
/// @param fewShot from which a composed prompt is rendered
public record ComposedPrompt(Way way, String text, FewShotPrompt fewShot, StartToken startToken) {

  /// How a prompt is made.
  public enum Way {
    TEXT("text"),
    ZERO_SHOT("zero-shot"),
    FEW_SHOT("few-shot");

    static final List<Way> ALL = List.of(values());

    private final String label;

    Way(String label) {
      this.label = label;
    }

    /// The name in files and for people.
    public String label() {
      return label;
    }
  }

  /// What the model gets.
  public String rendered() {
    return way == Way.FEW_SHOT ? fewShot.render() : text;
  }
}
