package kelvin.engine.answer;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import kelvin.engine.path.CompensatedSum;
import kelvin.engine.path.TokenPath;

/// The complete answers found so far. Paths with the same text are one answer.
final class CompleteAnswers {

  private static final Comparator<Map.Entry<String, Found>> BEST_FIRST =
      Comparator.comparingDouble(
              (Map.Entry<String, Found> entry) -> -entry.getValue().logProbability)
          .thenComparing(Map.Entry.comparingByKey());

  private final Map<String, Found> byText = new HashMap<>();
  private final CompensatedSum covered = new CompensatedSum();

  /// A way to an answer: a path and the token that ends it.
  ///
  /// @param logProbability of the path with this token
  record Way(TokenPath path, int lastId, double logProbability) {

    private List<Integer> ids() {
      return Stream.concat(path.ids().stream(), Stream.of(lastId)).toList();
    }
  }

  /// @param best the most probable way
  /// @param logProbability of all ways
  private record Found(Way best, double logProbability) {

    Found with(Found other) {
      boolean better = other.best.logProbability > best.logProbability;
      double greater = Math.max(logProbability, other.logProbability);
      double smaller = Math.min(logProbability, other.logProbability);
      return new Found(
          better ? other.best : best,
          greater + StrictMath.log1p(StrictMath.exp(smaller - greater)));
    }

    Answer answer(String text) {
      return new Answer(text, best.ids(), logProbability, true);
    }
  }

  /// @param best the most probable one of the ways that are added
  /// @param logProbability of all of them
  void add(String text, Way best, double logProbability) {
    byText.merge(text, new Found(best, logProbability), Found::with);
    covered.add(StrictMath.exp(logProbability));
  }

  int count() {
    return byText.size();
  }

  /// The sum of the probabilities of all.
  double covered() {
    return covered.value();
  }

  /// The most probable ones by probability, descending; those of the same probability by text.
  Stream<Answer> best(int max) {
    return selected(max).stream()
        .sorted(BEST_FIRST)
        .map(entry -> entry.getValue().answer(entry.getKey()));
  }

  /// A search asks for a few after every run, so the many others are not sorted.
  private Collection<Map.Entry<String, Found>> selected(int max) {
    if (byText.size() <= max) {
      return byText.entrySet();
    }
    var worstFirst = new PriorityQueue<Map.Entry<String, Found>>(BEST_FIRST.reversed());
    for (var entry : byText.entrySet()) {
      if (worstFirst.size() < max) {
        worstFirst.add(entry);
      } else if (max > 0 && BEST_FIRST.compare(entry, worstFirst.element()) < 0) {
        worstFirst.remove();
        worstFirst.add(entry);
      }
    }
    return worstFirst;
  }
}
