package kelvin.engine.spelling;

import java.util.List;
import kelvin.engine.path.SearchEnd;

/// The probability that a continuation begins with a text.
///
/// @param logProbability ln of the probability of all spellings found, nats; −∞ if there is none
/// @param bound the probability that the search has not ruled in or out: the true one is at most
///     that of the spellings plus this
/// @param listed the most probable spellings, by probability, descending
/// @param count the number of spellings found
/// @param runs the number of runs of the model
public record Spellings(
    double logProbability,
    double bound,
    List<Spelling> listed,
    long count,
    int runs,
    SearchEnd end) {

  public Spellings {
    listed = List.copyOf(listed);
  }

  /// The same with only the most probable spellings listed.
  public Spellings first(int max) {
    return new Spellings(
        logProbability, bound, listed.subList(0, Math.min(max, listed.size())), count, runs, end);
  }

  public double probability() {
    return StrictMath.exp(logProbability);
  }
}
