package kelvin.huggingface;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import kelvin.inference.EncodedToken;
import kelvin.inference.ModelLoadException;
import kelvin.text.Span;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tests the bundled model's tokenizer: byte-level, without normalisation.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HuggingFaceTokenizerTest {

  private static final int START_OF_TEXT = 0;
  private static final int END_OF_TEXT = 1;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private HuggingFaceTokenizer tokenizer;

  @BeforeAll
  void load() throws ModelLoadException {
    tokenizer = TokenizerFiles.bundled();
  }

  @AfterAll
  void close() {
    tokenizer.close();
  }

  @Test
  void spansOfWordsCoverThemWithTheSpaceBefore() {
    assertEquals(List.of("Once", " upon", " a", " time"), texts("Once upon a time"));
  }

  @Test
  void noTextHasNoTokens() {
    assertEquals(List.of(), tokenizer.encode(""));
  }

  @Test
  void theStartTokenIsTheOneTheTokenizerAddsAndEncodeLeavesItOut() {
    assertEquals(List.of(START_OF_TEXT), tokenizer.startTokens());
    assertTrue(tokenizer.vocabulary().isSpecial(START_OF_TEXT));
    assertEquals("<|startoftext|>", tokenizer.vocabulary().text(START_OF_TEXT));
    assertEquals(1, tokenizer.encode("a").size());
  }

  @Test
  void theTextOfASpecialTokenIsThatToken() {
    var tokens = tokenizer.encode("a<|endoftext|>b");

    assertEquals(new EncodedToken(END_OF_TEXT, new Span(1, 14)), tokens.get(1));
    assertEquals(new Span(14, 15), tokens.get(2).span());
  }

  @Test
  void theTokensOfAnEmojiShareItsSpan() {
    var tokens = tokenizer.encode("a😀b");

    assertTrue(tokens.size() > 3);
    assertEquals(new Span(0, 1), tokens.getFirst().span());
    assertEquals(new Span(3, 4), tokens.getLast().span());
    for (var token : tokens.subList(1, tokens.size() - 1)) {
      assertEquals(new Span(1, 3), token.span());
    }
  }

  @Test
  void aCombiningMarkStandsAfterItsLetter() {
    assertEquals(new Span(1, 2), tokenizer.encode("e\u0301").getLast().span());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "  leading",
        "trailing  ",
        "\n",
        "\n\n\n\n",
        "\r\n\r\n",
        "a\n\n\n b",
        "\t\tx",
        "\0",
        "a\0b",
        "é",
        "e\u0301",
        "naïve café",
        "中文字",
        "😀",
        "👩‍👩‍👧",
        "🏳️‍🌈x",
        "\uFEFFbom",
        "\u200D",
        "\u2028",
        "１２３",
        "12345",
        "\uFFFD",
        "\u007F\u0085",
        "don't won't I'll",
        "x\u0300\u0301\u0302y",
        "𝒳𝒴𝒵"
      })
  void spansCoverTheWholeText(String text) {
    var tokens = tokenizer.encode(text);

    assertCovered(text, tokens);
    assertArrayEquals(utf8(text), bytes(tokens));
  }

  @ParameterizedTest
  @ValueSource(ints = {0xD800, 0xDBFF, 0xDC00, 0xDFFF})
  void aLoneSurrogateIsAReplacementCharacterInItsPlace(int surrogate) {
    var text = "a" + (char) surrogate + "b";

    var tokens = tokenizer.encode(text);

    assertCovered(text, tokens);
    assertArrayEquals(utf8("a\uFFFDb"), bytes(tokens));
    assertEquals(new Span(2, 3), tokens.getLast().span());
  }

  @Test
  void surrogatesInTheWrongOrderAreTwoReplacementCharacters() {
    var tokens = tokenizer.encode("\uDE00\uD83D");

    assertArrayEquals(utf8("\uFFFD\uFFFD"), bytes(tokens));
    assertEquals(2, tokens.getLast().span().end());
  }

  @Test
  void theBytesOfTheTokensAreTheTextForAnyText() {
    var random = new Random(8);
    for (int round = 0; round < 500; round++) {
      var text = randomText(random);

      var tokens = tokenizer.encode(text);

      assertArrayEquals(utf8(text), bytes(tokens), text);
      assertCovered(text, tokens);
    }
  }

  @Test
  void nothingIsTruncated() {
    var text = "Once upon a time there was a little girl. ".repeat(400);

    var tokens = tokenizer.encode(text);

    assertTrue(tokens.size() > 2000, "" + tokens.size());
    assertArrayEquals(utf8(text), bytes(tokens));
  }

  @Test
  void aMegabyteIsEncodedWhole() {
    var text = "a 😀 word,\n".repeat(90_000);

    var tokens = tokenizer.encode(text);

    assertEquals(text.length(), tokens.getLast().span().end());
    assertArrayEquals(utf8(text), bytes(tokens));
  }

  @Test
  void theVocabularyHasBytesForEveryId() {
    var vocabulary = tokenizer.vocabulary();

    assertEquals(4096, vocabulary.size());
    for (int id = 0; id < vocabulary.size(); id++) {
      assertTrue(vocabulary.bytes(id).length > 0, "token " + id);
    }
  }

  private static String randomText(Random random) {
    var text = new StringBuilder();
    int length = 1 + random.nextInt(40);
    for (int i = 0; i < length; i++) {
      int codePoint =
          switch (random.nextInt(6)) {
            case 0 -> random.nextInt(0x80);
            case 1 -> " \n\r\t\u00A0\u0301".charAt(random.nextInt(6));
            case 2 -> random.nextInt(0x800);
            case 3 -> 0x1F300 + random.nextInt(0x300);
            case 4 -> random.nextInt(Character.MAX_CODE_POINT + 1);
            default -> 'a' + random.nextInt(26);
          };
      boolean surrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
      text.appendCodePoint(surrogate ? 'x' : codePoint);
    }
    return text.toString();
  }

  private List<String> texts(String text) {
    return tokenizer.encode(text).stream()
        .map(token -> text.substring(token.span().start(), token.span().end()))
        .toList();
  }

  /// Checks that each span starts at the end of the previous one, or equals it (part of the same
  /// character).
  private static void assertCovered(String text, List<EncodedToken> tokens) {
    int covered = 0;
    for (var token : tokens) {
      var span = token.span();
      assertTrue(span.start() <= covered && span.end() >= covered, span + " after " + covered);
      covered = span.end();
    }
    assertEquals(text.length(), covered);
  }

  private byte[] bytes(List<EncodedToken> tokens) {
    var bytes = new ByteArrayOutputStream();
    tokens.forEach(token -> bytes.writeBytes(tokenizer.vocabulary().bytes(token.id())));
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
