package kelvin.remote.scores;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import kelvin.distribution.InvalidLogitsException;
import kelvin.distribution.TopTokens;
import kelvin.remote.http.ServerException;
import kelvin.text.VisibleText;

/// The most probable tokens of one answer, as the server names them.
final class TopRow {

  /// JSON has no −∞, so servers write this or less in its place.
  private static final float IMPOSSIBLE = -9999f;

  private final List<Named> tokens = new ArrayList<>();

  /// @param id empty where the name is that of no token here, or of several
  private record Named(String name, OptionalInt id, float logProbability) {}

  /// @throws NumberFormatException if it is no log-probability
  void put(String name, OptionalInt id, float logProbability) {
    if (Float.isNaN(logProbability) || logProbability > 1e-3f) {
      throw new NumberFormatException(name + " with " + logProbability);
    }
    tokens.add(new Named(name, id, Math.min(0, logProbability)));
  }

  /// The number of tokens that came.
  int count() {
    return tokens.size();
  }

  /// The tokens up to the first whose id is not clear: it bounds all that are not listed, since any
  /// of them may be it.
  ///
  /// @param most the number of tokens that was asked for; one more may be the drawn one, which does
  ///     not belong to the most probable
  /// @throws ServerException if not even the first is clear, or no distribution has these numbers
  TopTokens tokens(int most, int vocabularySize, String host) {
    var sorted =
        tokens.stream()
            .sorted(Comparator.comparingDouble((Named token) -> -token.logProbability()))
            .limit(most)
            .toList();
    var clear = clear(sorted, vocabularySize);
    if (clear.isEmpty()) {
      throw ServerException.lasting(
          "The most probable token in an answer of %s, “%s”, is no token of the tokenizer given here, or several."
              .formatted(host, sorted.isEmpty() ? "" : VisibleText.of(sorted.getFirst().name())),
          "Give the folder with the tokenizer.json of that very model; if it is, this server cannot"
              + " tell its tokens apart.");
    }
    var next = sorted.get(Math.min(clear.size(), sorted.size() - 1)).logProbability();
    try {
      return TopTokens.of(clear, next, vocabularySize);
    } catch (InvalidLogitsException e) {
      throw ServerException.lasting(
          "The numbers of %s are no distribution: %s.".formatted(host, e.getMessage()),
          "See whether the server changes its numbers, by a temperature or by a vocabulary of"
              + " another size.");
    }
  }

  private static List<TopTokens.Listed> clear(List<Named> sorted, int vocabularySize) {
    Map<Integer, Integer> times = new HashMap<>();
    ids(sorted).forEach(id -> times.merge(id, 1, Integer::sum));
    var clear = new ArrayList<TopTokens.Listed>();
    for (var token : sorted) {
      int id = token.id().orElse(-1);
      if (id < 0
          || id >= vocabularySize
          || times.getOrDefault(id, 0) > 1
          || token.logProbability() <= IMPOSSIBLE) {
        break;
      }
      clear.add(new TopTokens.Listed(id, token.logProbability()));
    }
    return clear;
  }

  private static Stream<Integer> ids(List<Named> tokens) {
    return tokens.stream().flatMap(token -> token.id().stream().boxed());
  }
}
