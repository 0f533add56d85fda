package kelvin.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// A prompt that fits the context because some of its examples were muted.
///
/// @param dropped the places of the muted examples among all, 0-based, in the order in which they
///     were dropped
/// @param tokens the number of tokens of the shortened prompt
public record Shortened(FewShotPrompt prompt, List<Integer> dropped, int tokens) {

  public Shortened {
    dropped = List.copyOf(dropped);
  }

  /// Mutes one example after another until the prompt fits.
  ///
  /// @param tokens counts the tokens of a prompt and of the text that must follow it, start tokens
  ///     included
  /// @param contextLength the maximum number of tokens
  /// @return empty if the prompt does not fit even without examples
  public static Optional<Shortened> fit(
      FewShotPrompt prompt, DropRule rule, ToIntFunction<FewShotPrompt> tokens, int contextLength) {
    var left = prompt;
    var dropped = new ArrayList<Integer>();
    int count = tokens.applyAsInt(left);
    while (count > contextLength) {
      var shown = left.usedPlaces().stream().limit(left.shots()).toList();
      if (shown.isEmpty()) {
        return Optional.empty();
      }
      int place = rule.next(left, shown);
      dropped.add(place);
      left = left.without(place);
      count = tokens.applyAsInt(left);
    }
    return Optional.of(new Shortened(left, dropped, count));
  }
}
