package kelvin.engine.spelling;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;

/// The probability that a text follows a prompt whose last token may be spelled in another way:
/// token healing.
///
/// A prompt that ends in a space or within a word has a last token that rarely stands there in
/// texts. Healing takes it away and asks for all ways to spell its characters and the text: the
/// probability of both, divided by that of the characters alone.
///
/// @param removed the last token of the prompt
/// @param both its characters followed by the text
/// @param alone its characters alone
public record Healing(int removed, Spellings both, Spellings alone) {

  /// @param context the tokens of the prompt
  /// @param startCount the number of tokens before the prompt
  /// @return empty if the prompt has no token that could be removed, or its last one has no text
  public static Optional<Healing> of(
      LoadedModel loaded,
      List<Integer> context,
      int startCount,
      String text,
      int runs,
      Cancellation cancellation) {
    int last = context.size() - 1;
    int removed = context.get(last);
    var vocabulary = loaded.tokenizer().vocabulary();
    var piece = vocabulary.bytes(removed);
    if (last < 1 || last < startCount || piece.length == 0 || vocabulary.isSpecial(removed)) {
      return Optional.empty();
    }
    var shorter = context.subList(0, last);
    var both = new ByteArrayOutputStream();
    both.writeBytes(piece);
    both.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    return Optional.of(
        new Healing(
            removed,
            SpellingSearch.run(
                loaded, new SpellingQuestion(shorter, both.toByteArray(), runs), cancellation),
            SpellingSearch.run(loaded, new SpellingQuestion(shorter, piece, runs), cancellation)));
  }

  /// The probability that the text follows the characters of the prompt.
  public double probability() {
    return StrictMath.exp(both.logProbability() - alone.logProbability());
  }

  /// The largest error of `probability`, from what both searches have not ruled in or out.
  public double bound() {
    double most = (both.probability() + both.bound()) / alone.probability();
    double least = both.probability() / (alone.probability() + alone.bound());
    return Math.max(most - probability(), probability() - least);
  }
}
