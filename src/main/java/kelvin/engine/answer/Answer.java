package kelvin.engine.answer;

import java.util.List;

/// An answer with its joint probability, from the model's own distribution: τ = 1, nothing
/// removed.
///
/// Several paths of tokens may have the same text. They are one answer, and their probabilities
/// add up; so do those of the texts and tokens that end it.
///
/// @param text without the stop text. Special tokens have no text, and bytes that make no
///     character are U+FFFD
/// @param ids the tokens of the most probable path; of a complete answer with the token that ends
///     it
/// @param logProbability ln of the probability, nats
/// @param complete whether it has ended; if not, it is only the beginning of answers
public record Answer(String text, List<Integer> ids, double logProbability, boolean complete) {

  public Answer {
    ids = List.copyOf(ids);
  }

  public double probability() {
    return StrictMath.exp(logProbability);
  }
}
