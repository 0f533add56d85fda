package kelvin.engine.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.engine.PassageScorer;
import kelvin.inference.Cancellation;
import kelvin.inference.ContextOverflowException;
import kelvin.inference.EncodedToken;
import kelvin.inference.LoadedModel;
import kelvin.inference.StartToken;

/// The tokens of a text as the tokenizer spells it after a prompt.
///
/// @param ids the tokens
/// @param logProbability ln of their joint probability after the prompt, nats
public record UsualSpelling(List<Integer> ids, double logProbability) {

  public UsualSpelling {
    ids = List.copyOf(ids);
  }

  /// Encodes prompt and text together. The result is empty if the tokens at the prompt's end change
  /// when the text follows: then the text has no usual spelling after this prompt.
  ///
  /// @throws ContextOverflowException if both do not fit into the context
  public static Optional<UsualSpelling> of(
      LoadedModel loaded,
      String prompt,
      String text,
      StartToken startToken,
      Cancellation cancellation) {
    var tokenizer = loaded.tokenizer();
    var before = new ArrayList<>(startToken.before(tokenizer));
    int starts = before.size();
    before.addAll(ids(tokenizer.encode(prompt, cancellation)));
    var whole = new ArrayList<>(before.subList(0, starts));
    whole.addAll(ids(tokenizer.encode(prompt + text, cancellation)));
    int from = before.size();
    if (whole.size() <= from || from == 0 || !whole.subList(0, from).equals(before)) {
      return Optional.empty();
    }
    int length = loaded.descriptor().contextLength().orElse(Integer.MAX_VALUE);
    // The row after the last token is not needed.
    if (whole.size() - 1 > length) {
      throw ContextOverflowException.ofBoth(whole.size(), length);
    }
    var run = whole.stream().mapToInt(Integer::intValue).toArray();
    double sum = 0;
    for (var score : new PassageScorer(loaded.model()).score(run, from, cancellation)) {
      sum += score.logProbability();
    }
    return Optional.of(new UsualSpelling(whole.subList(from, whole.size()), sum));
  }

  private static List<Integer> ids(List<EncodedToken> tokens) {
    return tokens.stream().map(EncodedToken::id).toList();
  }

  public double probability() {
    return StrictMath.exp(logProbability);
  }
}
