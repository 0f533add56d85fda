package kelvin.huggingface;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import kelvin.inference.EncodedToken;
import kelvin.inference.InferenceException;
import kelvin.text.Span;
import kelvin.text.Vocabulary;
import org.jspecify.annotations.Nullable;

/// Finds the range of each token in the text, in UTF-16 code units.
final class TokenSpans {

  private TokenSpans() {}

  /// Aligns the tokens' bytes with the text's bytes. This is exact to the byte if the tokenizer
  /// changed nothing except for a leading space. Otherwise uses the library's spans.
  ///
  /// @param added ids of added tokens, which the tokenizer finds in a text before any other step
  static List<EncodedToken> locate(
      String text,
      long[] ids,
      @Nullable CharSpan[] librarySpans,
      Vocabulary vocabulary,
      LeadingSpace leadingSpace,
      BitSet added) {
    int[] charAtByte = charAtByte(text);
    var tokens = new ArrayList<EncodedToken>(ids.length);
    int from = 0;
    boolean mayHaveSpace = true;
    byte[] textBytes = text.getBytes(StandardCharsets.UTF_8);
    for (long id : ids) {
      if (id < 0 || id > Integer.MAX_VALUE) {
        throw damaged("a token with the id " + id);
      }
      byte[] piece = vocabulary.bytes((int) id);
      boolean isAdded = added.get((int) id);
      if (piece.length == 0) {
        return fromLibrary(text, ids, librarySpans);
      }
      if (mayHaveSpace
          && !isAdded
          && piece[0] == ' '
          && from < textBytes.length
          && leadingSpace.isInsertedBefore(from == 0, textBytes[from])) {
        piece = Arrays.copyOfRange(piece, 1, piece.length);
      }
      if (!matches(textBytes, from, piece)) {
        return fromLibrary(text, ids, librarySpans);
      }
      int to = from + piece.length;
      int start = charAtByte[from];
      tokens.add(
          new EncodedToken((int) id, new Span(start, endOf(text, charAtByte, start, from, to))));
      from = to;
      mayHaveSpace = isAdded;
    }
    return from == textBytes.length ? tokens : fromLibrary(text, ids, librarySpans);
  }

  /// A token that ends inside a character covers the whole character. A token that is not part of
  /// the text covers nothing.
  private static int endOf(String text, int[] charAtByte, int start, int from, int to) {
    if (to == from) {
      return start;
    }
    int end = charAtByte[to];
    return end == charAtByte[to - 1] ? text.offsetByCodePoints(end, 1) : end;
  }

  private static boolean matches(byte[] text, int from, byte[] piece) {
    return from + piece.length <= text.length
        && Arrays.equals(text, from, from + piece.length, piece, 0, piece.length);
  }

  /// For each byte of the text, and for its end, the index of its character.
  private static int[] charAtByte(String text) {
    var index = new int[text.getBytes(StandardCharsets.UTF_8).length + 1];
    int at = 0;
    for (int c = 0; c < text.length(); ) {
      int codePoint = text.codePointAt(c);
      int width = codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
      for (int i = 0; i < width; i++) {
        index[at++] = c;
      }
      c += Character.charCount(codePoint);
    }
    index[at] = text.length();
    return index;
  }

  /// Uses the library's spans, which count code points and are missing for some special tokens.
  private static List<EncodedToken> fromLibrary(
      String text, long[] ids, @Nullable CharSpan[] spans) {
    int count = text.codePointCount(0, text.length());
    int[] charAtCodePoint = new int[count + 1];
    for (int i = 1; i < charAtCodePoint.length; i++) {
      charAtCodePoint[i] = text.offsetByCodePoints(charAtCodePoint[i - 1], 1);
    }
    var tokens = new ArrayList<EncodedToken>(ids.length);
    int last = 0;
    for (int i = 0; i < ids.length; i++) {
      var span = i < spans.length ? spans[i] : null;
      if (span != null && !isInside(span, charAtCodePoint.length - 1)) {
        throw damaged("a token outside of the text");
      }
      int start = span == null ? last : charAtCodePoint[span.getStart()];
      int end = span == null ? last : charAtCodePoint[span.getEnd()];
      tokens.add(new EncodedToken((int) ids[i], new Span(start, end)));
      last = end;
    }
    return tokens;
  }

  private static boolean isInside(CharSpan span, int length) {
    return 0 <= span.getStart() && span.getStart() <= span.getEnd() && span.getEnd() <= length;
  }

  private static InferenceException damaged(String what) {
    return new InferenceException(
        "The tokenizer gives " + what + ": its file is damaged. Download the model again.");
  }
}
