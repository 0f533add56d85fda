package kelvin.engine;

import java.util.List;

/// A watched text: its tokens, and the probability of the first one at each position of a
/// context.
///
/// If the text has several tokens, only the first one is tracked, because the others would need a
/// run of the model at each position. Since p(w₁w₂) = p(w₁) p(w₂ | w₁), the result is an upper
/// bound of the text's probability.
///
/// @param ids the single token that is exactly this text, or the tokens of the text by itself;
///     empty if the tokenizer cannot encode it
/// @param logProbabilities ln p of the first token as the next token, by position from 0 on, in
///     the model's own distribution; NaN where the row of logits is no longer in memory
public record TextTrace(String text, List<Integer> ids, List<Double> logProbabilities) {

  public TextTrace {
    ids = List.copyOf(ids);
    logProbabilities = List.copyOf(logProbabilities);
  }
}
