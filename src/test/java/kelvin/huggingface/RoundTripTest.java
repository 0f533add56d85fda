package kelvin.huggingface;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import kelvin.inference.EncodedToken;
import kelvin.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Converts text to tokens and back, for each way in which SentencePiece files treat a leading
/// space.
class RoundTripTest {

  private static final String ALPHABET = "aaabbb   é中😀\n\t<>/s";

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anyTextIsRestoredIfTheSpaceIsAlwaysInserted(boolean unigram) throws Exception {
    var file = unigram ? SentencePieceFile.makeUnigram() : SentencePieceFile.make();

    try (var tokenizer = SentencePieceFile.load(file, folder)) {
      assertEquals(List.of(), tokenizer.warnings());
      assertRoundTrips(tokenizer, "");
      assertRoundTrips(tokenizer, "<s>");
      assertRoundTrips(tokenizer, "  ab<s> a</s>b");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"first", "always", "never"})
  void anyTextWithoutALeadingSpaceIsRestoredFromMetaspace(String scheme) throws Exception {
    try (var tokenizer = SentencePieceFile.load(metaspace(scheme), folder)) {
      assertRoundTrips(tokenizer, "x");
    }
  }

  @Test
  void anyTextIsRestoredIfNoSpaceIsInserted() throws Exception {
    try (var tokenizer = SentencePieceFile.load(metaspace("never"), folder)) {
      assertEquals(List.of(), tokenizer.warnings());
      assertRoundTrips(tokenizer, " a");
    }
  }

  @Test
  void aFirstSpaceWithoutEffectGivesAWarningAndIsCovered() throws Exception {
    try (var tokenizer = SentencePieceFile.load(metaspace("first"), folder)) {
      var tokens = tokenizer.encode(" ab");

      assertEquals(
          List.of(new EncodedToken(SentencePieceFile.idOf("▁ab"), new Span(0, 3))), tokens);
      assertEquals(tokenizer.encode("ab").getFirst().id(), tokens.getFirst().id());
      assertTrue(tokenizer.warnings().getFirst().contains("a leading space makes no difference"));
    }
  }

  @Test
  void anInsertedSpaceTokenCoversNothing() throws Exception {
    try (var tokenizer = SentencePieceFile.load(SentencePieceFile.make(), folder)) {
      var tokens = tokenizer.encode("中");

      assertEquals(
          List.of(
              new EncodedToken(SentencePieceFile.idOf("▁"), new Span(0, 0)),
              new EncodedToken(SentencePieceFile.idOf("中"), new Span(0, 1))),
          tokens);
    }
  }

  @Test
  void theSpaceAfterAStartTokenIsNotPartOfTheText() throws Exception {
    try (var tokenizer = SentencePieceFile.load(metaspace("first"), folder)) {
      var ids = List.of(SentencePieceFile.START, SentencePieceFile.idOf("▁ab"));

      assertEquals("<s>ab", new String(tokenizer.decode(ids), StandardCharsets.UTF_8));
    }
  }

  @Test
  void theSpaceOfALaterWordIsKept() throws Exception {
    try (var tokenizer = SentencePieceFile.load(SentencePieceFile.make(), folder)) {
      var ids = List.of(SentencePieceFile.idOf("▁ab"), SentencePieceFile.idOf("▁ab"));

      assertEquals("ab ab", new String(tokenizer.decode(ids), StandardCharsets.UTF_8));
    }
  }

  @Test
  void aNormaliserThatChangesLettersGivesAWarningAndCorrectSpans() throws Exception {
    var file = metaspace("never");
    file.add("normalizer", SentencePieceFile.parse("{\"type\": \"Lowercase\"}"));

    try (var tokenizer = SentencePieceFile.load(file, folder)) {
      var tokens = tokenizer.encode("AB é");

      assertTrue(tokenizer.warnings().getFirst().contains("(Lowercase)"));
      assertEquals(new Span(0, 2), tokens.getFirst().span());
      assertEquals(4, tokens.getLast().span().end());
    }
  }

  @Test
  void aVocabularyWithoutBytesGivesAWarning() throws Exception {
    var file = SentencePieceFile.make();
    file.getAsJsonObject("model").addProperty("byte_fallback", false);

    try (var tokenizer = SentencePieceFile.load(file, folder)) {
      assertTrue(tokenizer.warnings().getFirst().contains("one unknown token"));
      assertEquals(new Span(1, 3), tokenizer.encode("a😀").getLast().span());
    }
  }

  @Test
  void theBundledTokenizerHasNoWarning() throws Exception {
    try (var tokenizer = TokenizerFiles.bundled()) {
      assertEquals(List.of(), tokenizer.warnings());
    }
  }

  private static JsonObject metaspace(String scheme) {
    var file = SentencePieceFile.make();
    file.add("normalizer", JsonNull.INSTANCE);
    var step =
        SentencePieceFile.parse(
            "{\"type\": \"Metaspace\", \"replacement\": \"▁\", \"split\": false}");
    step.addProperty("prepend_scheme", scheme);
    file.add("pre_tokenizer", step);
    return file;
  }

  /// Checks random texts after `start`: the bytes are those of the text, and each span starts at
  /// the end of the previous one or within it.
  private static void assertRoundTrips(HuggingFaceTokenizer tokenizer, String start) {
    var random = new Random(5);
    int[] alphabet = ALPHABET.codePoints().toArray();
    for (int round = 0; round < 300; round++) {
      var text = new StringBuilder(start);
      for (int i = random.nextInt(12); i > 0; i--) {
        text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
      }
      var tokens = tokenizer.encode(text.toString());

      assertArrayEquals(
          text.toString().getBytes(StandardCharsets.UTF_8),
          tokenizer.decode(tokens.stream().map(EncodedToken::id).toList()),
          () -> "'" + text + "' is " + tokens);
      int covered = 0;
      for (var token : tokens) {
        var span = token.span();
        assertTrue(span.start() <= covered && span.end() >= covered, span + " of '" + text + "'");
        covered = span.end();
      }
      assertEquals(text.length(), covered);
    }
  }
}
