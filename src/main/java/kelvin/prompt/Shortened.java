package kelvin.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// A prompt that fits the context because some of its examples were muted.
///
/// @param dropped the places of the muted examples among all, 0-based, in the order of their
///     going
/// @param tokens of the prompt that is left
public record Shortened(FewShotPrompt prompt, List<Integer> dropped, int tokens) {

  public Shortened {
    dropped = List.copyOf(dropped);
  }

  /// Mutes one example after the other until the prompt fits.
  ///
  /// @param tokens counts those of a prompt with what must follow it, start tokens included
  /// @param contextLength the most tokens there may be
  /// @return none when it does not fit even without examples
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
