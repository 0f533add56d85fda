package kelvin.engine.answer;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The complete answers found so far. Paths with the same text are one answer.
final class CompleteAnswers {

  private final Map<String, Found> byText = new HashMap<>();
  private final CompensatedSum covered = new CompensatedSum();

  /// A way to an answer: a path and the token that ends it.
  ///
  /// @param logProbability of the path with this token
  record Way(AnswerPath path, int lastId, double logProbability) {

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

  /// The most probable ones, not sorted.
  Stream<Answer> best(int max) {
    Comparator<Map.Entry<String, Found>> order =
        Comparator.comparingDouble(entry -> -entry.getValue().logProbability);
    return byText.entrySet().stream()
        .sorted(order.thenComparing(Map.Entry.comparingByKey()))
        .limit(max)
        .map(entry -> entry.getValue().answer(entry.getKey()));
  }
}
