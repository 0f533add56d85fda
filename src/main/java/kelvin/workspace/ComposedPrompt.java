package kelvin.workspace;

import java.util.List;
import kelvin.inference.StartToken;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.ZeroShotPrompt;

/// The prompt in all its ways: those that are not chosen keep their work.
///
/// @param text as it was typed
/// @param zeroShot the task in words with its input
/// @param fewShot the examples with the test input
public record ComposedPrompt(
    Way way, String text, ZeroShotPrompt zeroShot, FewShotPrompt fewShot, StartToken startToken) {

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
    return switch (way) {
      case TEXT -> text;
      case ZERO_SHOT -> zeroShot.render();
      case FEW_SHOT -> fewShot.render();
    };
  }
}
