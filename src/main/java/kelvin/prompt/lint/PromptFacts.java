package kelvin.prompt.lint;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Facts about a prompt that only a tokenizer and a model know.
///
/// @param tokens the number of tokens of the prompt with its longest label, start tokens included
/// @param contextLength the maximum number of tokens of the model
/// @param boundarySafe whether the prompt's tokens stay the same when a label follows
/// @param labelTokens the number of tokens of each label
/// @param startTexts the texts of the start tokens that the tokenizer puts before every prompt
/// @param normalized whether the scores are normalised by the labels' lengths
/// @param fitting the end of a text that is too long
public record PromptFacts(
    int tokens,
    OptionalInt contextLength,
    boolean boundarySafe,
    List<Integer> labelTokens,
    List<String> startTexts,
    boolean normalized,
    Optional<FittingEnd> fitting) {

  public PromptFacts {
    labelTokens = List.copyOf(labelTokens);
    startTexts = List.copyOf(startTexts);
  }

  /// The end of a free text that fits the context.
  ///
  /// @param leftOut the number of tokens before it, as few as possible
  public record FittingEnd(int leftOut, String text) {}

  /// Facts about a text of which nothing is left out.
  public PromptFacts(
      int tokens,
      OptionalInt contextLength,
      boolean boundarySafe,
      List<Integer> labelTokens,
      List<String> startTexts,
      boolean normalized) {
    this(
        tokens, contextLength, boundarySafe, labelTokens, startTexts, normalized, Optional.empty());
  }

  /// No facts, for a check without a model.
  public static final PromptFacts NONE =
      new PromptFacts(0, OptionalInt.empty(), true, List.of(), List.of(), false);

  Optional<String> startTextOf(String prompt) {
    return startTexts.stream()
        .filter(text -> !text.isEmpty() && prompt.startsWith(text))
        .findFirst();
  }
}
