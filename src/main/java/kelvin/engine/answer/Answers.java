package kelvin.engine.answer;

import java.util.List;
import java.util.Optional;
import kelvin.engine.path.SearchEnd;

/// The state of a search.
///
/// `covered + unexplored` is 1 at every moment, up to rounding.
///
/// @param answers by probability, descending: all complete answers, or the most probable ones if
///     fewer were asked for, and the incomplete ones that hold much of the unexplored mass
/// @param count the number of complete answers found, those that are left out here included
/// @param covered the sum of the probabilities of all complete answers found
/// @param unexplored the probability of all other answers
/// @param runs the number of runs of the model
/// @param end empty while the search goes on
public record Answers(
    List<Answer> answers,
    int count,
    double covered,
    double unexplored,
    int runs,
    Optional<SearchEnd> end) {

  public Answers {
    answers = List.copyOf(answers);
  }

  public List<Answer> complete() {
    return answers.stream().filter(Answer::complete).toList();
  }

  /// The same state with only the most probable answers listed.
  public Answers first(int max) {
    return new Answers(
        answers.subList(0, Math.min(max, answers.size())), count, covered, unexplored, runs, end);
  }

  /// The same state, ended for this reason.
  public Answers ended(SearchEnd reason) {
    return new Answers(answers, count, covered, unexplored, runs, Optional.of(reason));
  }
}
