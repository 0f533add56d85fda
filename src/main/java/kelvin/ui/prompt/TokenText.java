package kelvin.ui.prompt;

import java.util.Optional;
import kelvin.display.InformationUnit;
import kelvin.engine.ContextToken;
import kelvin.ui.text.TokenNumbers;

/// Describes the model's numbers for a token of the context in words.
final class TokenText {

  private TokenText() {}

  static String describe(ContextToken token, InformationUnit unit) {
    var head =
        token.visibleText() + "\nid " + token.id() + " · position " + token.position() + "\n";
    return head
        + numbers(token)
            .map(numbers -> numbers.describe(unit))
            .orElse("the first token: nothing stands before it, so it has no p");
  }

  /// Empty for the first token, which has no token before it.
  static Optional<TokenNumbers> numbers(ContextToken token) {
    return token
        .score()
        .map(score -> new TokenNumbers(score.surprisal(), score.rank(), score.entropy()));
  }
}
