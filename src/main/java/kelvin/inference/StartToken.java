package kelvin.inference;

import java.util.List;

/// Whether a start token stands before a prompt.
public enum StartToken {
  /// As the tokenizer does by itself.
  AUTO("auto"),
  /// Also where the tokenizer adds none but the model's files name one.
  ALWAYS("always"),
  NEVER("never");

  private final String label;

  StartToken(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /// The ids to put before a prompt.
  ///
  /// @throws InferenceException when one is asked for and the model's files name none
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
          "This model's files name no start token, so none can be put before the prompt.");
    }
    return List.of(named.getAsInt());
  }
}
