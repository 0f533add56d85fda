package kelvin.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kelvin.distribution.TokenScore;
import kelvin.engine.ContextToken.Origin;
import kelvin.inference.EncodedToken;
import kelvin.inference.InferenceException;
import kelvin.inference.StartToken;
import kelvin.inference.Tokenizer;
import kelvin.text.Span;
import kelvin.text.Vocabulary;

/// The input of the model: start tokens, the prompt, and the generated tokens.
///
/// @param startCount the number of tokens before the prompt
/// @param prompt the tokens of the prompt's text
/// @param ids all tokens: start tokens, prompt and generated tokens
public record Context(int startCount, List<EncodedToken> prompt, List<Integer> ids) {

  public Context {
    prompt = List.copyOf(prompt);
    ids = List.copyOf(ids);
  }

  /// Makes the context of a prompt, with the start token that the tokenizer adds.
  ///
  /// @throws InferenceException when there is no token at all
  public static Context ofText(Tokenizer tokenizer, String prompt, List<Integer> generated) {
    return ofText(tokenizer, prompt, generated, StartToken.AUTO);
  }

  /// Makes the context of a prompt, with or without a start token.
  ///
  /// @throws InferenceException when there is no token at all
  public static Context ofText(
      Tokenizer tokenizer, String prompt, List<Integer> generated, StartToken startToken) {
    var encoded = tokenizer.encode(prompt);
    var all = new ArrayList<>(startToken.before(tokenizer));
    int startCount = all.size();
    encoded.forEach(token -> all.add(token.id()));
    all.addAll(generated);
    if (all.isEmpty()) {
      throw new InferenceException(
          "The prompt is empty and has no start token. Type at least one character.");
    }
    return new Context(startCount, encoded, all);
  }

  /// Makes a context of token ids, used as they are.
  public static Context ofIds(List<Integer> ids) {
    return ofIds(ids, List.of());
  }

  /// Makes a context of token ids, used as they are, and of generated ids after them.
  public static Context ofIds(List<Integer> ids, List<Integer> generated) {
    if (ids.isEmpty()) {
      throw new InferenceException("There is no token: give at least one id.");
    }
    var tokens = ids.stream().map(id -> new EncodedToken(id, new Span(0, 0))).toList();
    return new Context(0, tokens, Stream.concat(ids.stream(), generated.stream()).toList());
  }

  /// The context of described tokens, or of the first of them.
  public static Context ofTokens(List<ContextToken> tokens) {
    var prompt =
        tokens.stream()
            .filter(token -> token.origin() == Origin.PROMPT)
            .map(token -> new EncodedToken(token.id(), token.span().orElse(new Span(0, 0))))
            .toList();
    int startCount = (int) tokens.stream().filter(token -> token.origin() == Origin.START).count();
    return new Context(startCount, prompt, tokens.stream().map(ContextToken::id).toList());
  }

  public int length() {
    return ids.size();
  }

  /// The position of the first generated token, even if there is none yet.
  public int generatedFrom() {
    return startCount + prompt.size();
  }

  /// The tokens with their texts and scores.
  ///
  /// @param scores one for each token
  public List<ContextToken> describe(Vocabulary vocabulary, List<Optional<TokenScore>> scores) {
    var tokens = new ArrayList<ContextToken>(ids.size());
    for (int position = 0; position < ids.size(); position++) {
      int id = ids.get(position);
      tokens.add(
          new ContextToken(
              position,
              id,
              vocabulary.text(id),
              vocabulary.visibleText(id),
              vocabulary.isSpecial(id),
              origin(position),
              span(position),
              scores.get(position)));
    }
    return tokens;
  }

  private Origin origin(int position) {
    if (position < startCount) {
      return Origin.START;
    }
    return position < generatedFrom() ? Origin.PROMPT : Origin.GENERATED;
  }

  private Optional<Span> span(int position) {
    return origin(position) == Origin.PROMPT
        ? Optional.of(prompt.get(position - startCount).span())
        : Optional.empty();
  }

  /// The ids as an array, as the model takes them.
  public int[] toArray() {
    return ids.stream().mapToInt(Integer::intValue).toArray();
  }
}
