package kelvin.workspace.record;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kelvin.inference.EncodedToken;
import kelvin.text.Span;
import kelvin.text.Vocabulary;

/// The tokens of a record with the characters that they cover.
///
/// A record has the tokens of its own text alone. Any other text would need the tokenizer.
final class RecordedText {

  private final Vocabulary vocabulary;
  private final String prompt;
  private final int startCount;
  private final List<Integer> ids;
  private final int promptLength;

  /// True if the bytes of the prompt's tokens are those of its text, after a start token.
  private final boolean isAligned;

  /// @param wanted the text of the prompt; empty if it was given as tokens
  /// @param context the tokens before the first step
  /// @param generated the tokens of the steps
  RecordedText(
      Vocabulary vocabulary,
      Optional<String> wanted,
      List<Integer> context,
      List<Integer> generated) {
    this.vocabulary = vocabulary;
    prompt = wanted.orElseGet(() -> new String(bytes(context), StandardCharsets.UTF_8));
    ids = new ArrayList<>(context);
    ids.addAll(generated);
    promptLength = context.size();
    int starts = startsBefore(context, prompt.getBytes(StandardCharsets.UTF_8));
    isAligned = starts >= 0;
    startCount = Math.max(0, starts);
  }

  private byte[] bytes(List<Integer> tokens) {
    var all = new ByteArrayOutputStream();
    tokens.forEach(id -> all.writeBytes(vocabulary.bytes(id)));
    return all.toByteArray();
  }

  /// The number of tokens before those that spell the text; −1 if none spell it byte by byte.
  private int startsBefore(List<Integer> context, byte[] text) {
    for (int count = 0; count <= context.size(); count++) {
      boolean areSpecial = context.subList(0, count).stream().allMatch(vocabulary::isSpecial);
      if (Arrays.equals(bytes(context.subList(count, context.size())), text)) {
        return count;
      }
      if (!areSpecial) {
        break;
      }
    }
    return -1;
  }

  String prompt() {
    return prompt;
  }

  /// All tokens, those of the prompt first.
  List<Integer> ids() {
    return List.copyOf(ids);
  }

  /// The tokens before the text of the prompt.
  List<Integer> startTokens() {
    return List.copyOf(ids.subList(0, startCount));
  }

  /// The tokens of a text, without those before it; empty if the record does not have that text.
  Optional<List<EncodedToken>> find(String text) {
    if (!text.startsWith(prompt)) {
      return Optional.empty();
    }
    var rest = text.substring(prompt.length()).getBytes(StandardCharsets.UTF_8);
    int end = promptLength;
    int length = 0;
    while (length < rest.length && end < ids.size()) {
      var token = vocabulary.bytes(ids.get(end));
      int after = length + token.length;
      if (after > rest.length || !Arrays.equals(token, 0, token.length, rest, length, after)) {
        return Optional.empty();
      }
      length = after;
      end++;
    }
    return length == rest.length
        ? Optional.of(encoded(text, ids.subList(startCount, end)))
        : Optional.empty();
  }

  private List<EncodedToken> encoded(String text, List<Integer> tokens) {
    if (!isAligned) {
      // The tokenizer changed the text, so nobody knows which characters a token covers.
      return tokens.stream().map(id -> new EncodedToken(id, new Span(0, 0))).toList();
    }
    var starts = charactersOfBytes(text);
    var result = new ArrayList<EncodedToken>(tokens.size());
    int at = 0;
    for (int id : tokens) {
      int end = at + vocabulary.bytes(id).length;
      // A token that ends within a character covers all of it.
      int last = end == at ? starts[at] : endOfCharacter(starts, end - 1);
      result.add(new EncodedToken(id, new Span(starts[at], last)));
      at = end;
    }
    return result;
  }

  private static int endOfCharacter(int[] starts, int at) {
    int next = at;
    while (starts[next] == starts[at]) {
      next++;
    }
    return starts[next];
  }

  /// The UTF-16 index of the character that each byte belongs to; one more for the end.
  private static int[] charactersOfBytes(String text) {
    var starts = new int[text.getBytes(StandardCharsets.UTF_8).length + 1];
    int at = 0;
    for (int index = 0; index < text.length(); ) {
      int character = text.codePointAt(index);
      int bytes = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
      Arrays.fill(starts, at, at + bytes, index);
      at += bytes;
      index += Character.charCount(character);
    }
    starts[at] = text.length();
    return starts;
  }
}
