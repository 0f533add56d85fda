package kelvin.ui.prompt;

import java.util.Optional;
import kelvin.engine.ContextToken;
import kelvin.ui.text.TokenNumbers;

/// Says in words what the model thought of a token of the context.
final class TokenText {

  private TokenText() {}

  static String describe(ContextToken token) {
    var head =
        token.visibleText() + "\nid " + token.id() + " · position " + token.position() + "\n";
    return head
        + numbers(token)
            .map(TokenNumbers::describe)
            .orElse("the first token: nothing stands before it, so it has no p");
  }

  /// None for the first token, which has nothing before it.
  static Optional<TokenNumbers> numbers(ContextToken token) {
    return token
        .score()
        .map(score -> new TokenNumbers(score.surprisal(), score.rank(), score.entropy()));
  }
}
