package kelvin.ui.prompt;

import java.util.List;
import java.util.function.Function;
import kelvin.display.InformationUnit;
import kelvin.engine.ContinuationText;
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
}
