package kelvin.inference;

import java.util.List;

/// The choices for a start token before the prompt.
public enum StartToken {
  /// Follow the tokenizer.
  AUTO("auto", "As the tokenizer does"),
  /// Add one even if the tokenizer does not; the model's files must name one.
  ALWAYS("always", "Always"),
  NEVER("never", "Never");

  private final String label;
  private final String title;

  StartToken(String label, String title) {
    this.label = label;
    this.title = title;
  }

  /// The word in files and on the command line.
  public String label() {
    return label;
  }

  /// The name in the window.
  public String title() {
    return title;
  }

  /// The ids to insert before a prompt.
  ///
  /// @throws InferenceException if one is required and the model's files name none
  public List<Integer> before(Tokenizer tokenizer) {
    return switch (this) {
      case AUTO -> tokenizer.startTokens();
      case NEVER -> List.of();
      case ALWAYS -> always(tokenizer);
    };
  }

  private static List<Integer> always(Tokenizer tokenizer) {
    if (!tokenizer.startTokens().isEmpty()) {
      return tokenizer.startTokens();
    }
    var named = tokenizer.namedStartToken();
    if (named.isEmpty()) {
      throw new InferenceException(
          "This model's files name no start token, so none can be added to the prompt.");
    }
    return List.of(named.getAsInt());
  }
}
