package kelvin.ui.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kelvin.display.InformationUnit;
import kelvin.engine.ContinuationText;
import kelvin.text.Span;
import kelvin.ui.text.TokenNumbers;

/// The generated tokens as the running text shows them behind the prompt.
///
/// @param text of all tokens, with the part of each
/// @param words of the tokens, in order
public record ShownContinuation(ContinuationText text, List<Word> words) {

  public static final ShownContinuation NONE =
      new ShownContinuation(ContinuationText.EMPTY, List.of());

  public ShownContinuation {
    words = List.copyOf(words);
  }

  /// A generated token.
  ///
  /// @param position in the context, 0-based
  /// @param numbers of the model's own distribution
  /// @param description all numbers in words, in a unit
  public record Word(
      int position, TokenNumbers numbers, Function<InformationUnit, String> description) {}

  /// The text of all tokens.
  String string() {
    return text.text();
  }

  /// The tokens in the running text.
  ///
  /// @param promptLength the length of the text before them, in UTF-16 units
  List<RunningTokens.Token> tokens(int promptLength) {
    var all = new ArrayList<RunningTokens.Token>(words.size());
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      var span = text.spans().get(i);
      all.add(
          new RunningTokens.Token(
              word.position(),
              new Span(promptLength + span.start(), promptLength + span.end()),
              Optional.of(word.numbers()),
              word.description(),
              true));
    }
    return all;
  }
}
