package kelvin.ui.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.display.InformationUnit;
import kelvin.display.Shading;
import kelvin.engine.ContextToken;
import kelvin.text.Span;
import kelvin.ui.fx.KeptResults;
import kelvin.ui.text.ShadedToken;
import kelvin.ui.text.TokenShades;

/// Joins the tokens of a prompt and of its continuation to those of one text. A token that stays
/// where it was is the same object as before, so a step behind thousands of tokens makes one.
final class JoinedTokens {

  private final KeptResults<ContextToken, RunningTokens.Token> ofPrompt =
      new KeptResults<>(RunningTokens::of);
  private KeptResults<RunningTokens.Token, ShadedToken> shaded =
      shaded(Shading.SURPRISAL, InformationUnit.BITS, TokenShades.NONE);
  private Shading shading = Shading.SURPRISAL;
  private InformationUnit unit = InformationUnit.BITS;
  private TokenShades inner = TokenShades.NONE;
  private List<RunningTokens.Token> prompt = List.of();

  /// The tokens of the last continuation, their words and the length of the text before them.
  private List<RunningTokens.Token> behind = List.of();

  private ShownContinuation continuation = ShownContinuation.NONE;
  private int promptLength;

  /// Takes the prompt's part of a context.
  void setContext(List<ContextToken> context) {
    var ofText = new ArrayList<ContextToken>();
    for (var token : context) {
      if (RunningTokens.isInPrompt(token)) {
        ofText.add(token);
      }
    }
    prompt = ofPrompt.of(ofText);
  }

  /// The tokens of the last context's prompt, with those of a continuation behind them.
  ///
  /// @param length of the prompt, in UTF-16 units
  RunningTokens followedBy(ShownContinuation now, int length) {
    behind = tokens(now, length);
    continuation = now;
    promptLength = length;
    var all = new ArrayList<>(prompt);
    all.addAll(behind);
    return new RunningTokens(all);
  }

  private List<RunningTokens.Token> tokens(ShownContinuation now, int length) {
    var all = new ArrayList<RunningTokens.Token>(now.words().size());
    for (int i = 0; i < now.words().size(); i++) {
      all.add(isKept(i, now, length) ? behind.get(i) : token(i, now, length));
    }
    return all;
  }

  private boolean isKept(int i, ShownContinuation now, int length) {
    return length == promptLength
        && i < behind.size()
        && now.words().get(i).equals(continuation.words().get(i))
        && now.text().spans().get(i).equals(continuation.text().spans().get(i));
  }

  private static RunningTokens.Token token(int i, ShownContinuation now, int length) {
    var word = now.words().get(i);
    var span = now.text().spans().get(i);
    return new RunningTokens.Token(
        word.position(),
        new Span(length + span.start(), length + span.end()),
        Optional.of(word.numbers()),
        word.description(),
        true);
  }

  /// @param wanted the unit of the numbers in the descriptions
  /// @param fromInside the shades of a shading from inside the model
  List<ShadedToken> shade(
      RunningTokens tokens, Shading by, InformationUnit wanted, TokenShades fromInside) {
    if (by != shading || wanted != unit || !fromInside.equals(inner)) {
      shaded = shaded(by, wanted, fromInside);
      shading = by;
      unit = wanted;
      inner = fromInside;
    }
    return shaded.of(tokens.tokens());
  }

  private static KeptResults<RunningTokens.Token, ShadedToken> shaded(
      Shading by, InformationUnit unit, TokenShades inner) {
    return new KeptResults<>(
        token -> by.isInner() ? token.shaded(inner, unit) : token.shaded(by, unit));
  }
}
