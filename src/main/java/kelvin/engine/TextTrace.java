package kelvin.engine;

import java.util.List;

/// A text that is watched: which tokens it is, and how likely the first of them was after each
/// position of a context.
///
/// Of a text of several tokens only the first is followed: the others would need a run of the model
/// for each position. As p(w₁w₂) = p(w₁) p(w₂ | w₁), it bounds the text's probability from above.
///
/// @param ids the one token that is exactly this text, else those of the text on its own; empty
///     when the tokenizer has no way to it
/// @param logProbabilities ln p that the first token comes next, by position from 0 on, of the
///     model's own distribution; NaN where the row of logits is no longer in memory
public record TextTrace(String text, List<Integer> ids, List<Double> logProbabilities) {

  public TextTrace {
    ids = List.copyOf(ids);
    logProbabilities = List.copyOf(logProbabilities);
  }
}
