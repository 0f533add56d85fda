package kelvin.huggingface;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kelvin.inference.EncodedToken;
import kelvin.inference.InferenceException;
import kelvin.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentencePieceTokenizerTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void aCharacterWithoutATokenIsSaidInASentence() throws Exception {
    var file = SentencePieceFile.makeUnigram();
    file.getAsJsonObject("model").remove("unk_id");
    file.getAsJsonObject("model").addProperty("byte_fallback", false);

    try (var tokenizer = SentencePieceFile.load(file, folder)) {
      var failure = assertThrows(InferenceException.class, () -> tokenizer.encode("a Z"));

      assertTrue(
          String.valueOf(failure.getMessage())
              .startsWith("The tokenizer has no tokens for some characters"));
    }
  }

  @Test
  void aDamagedPrefixOfPiecesIsSaidAndLeadsNowhereOutsideOfTheText() throws Exception {
    var file = SentencePieceFile.make();
    file.getAsJsonObject("model").addProperty("continuing_subword_prefix", "\0");

    try (var tokenizer = SentencePieceFile.load(file, folder)) {
      var failure =
          assertThrows(
              InferenceException.class, () -> tokenizer.encode("The cat sat on a mat, 1 2 3."));

      assertTrue(String.valueOf(failure.getMessage()).contains("its file is damaged"));
    }
  }

  @Test
  void findsTheStartToken() throws Exception {
    try (var tokenizer = SentencePieceFile.load(SentencePieceFile.make(), folder)) {
      assertEquals(List.of(SentencePieceFile.START), tokenizer.startTokens());
    }
  }

  @Test
  void aTokenizerThatAddsNothingHasNoStartToken() throws Exception {
    var file = SentencePieceFile.make();
    file.add("post_processor", null);

    try (var tokenizer = SentencePieceFile.load(file, folder)) {
      assertEquals(List.of(), tokenizer.startTokens());
    }
  }

  @Test
  void aTokenAddedAfterATextIsNotAStartToken() throws Exception {
    var file = SentencePieceFile.make();
    file.getAsJsonObject("post_processor")
        .add(
            "single",
            JsonParser.parseString(
                """
                [{"Sequence": {"id": "A", "type_id": 0}},
                 {"SpecialToken": {"id": "<s>", "type_id": 0}}]
                """));

    try (var tokenizer = SentencePieceFile.load(file, folder)) {
      assertEquals(List.of(), tokenizer.startTokens());
    }
  }

  @Test
  void readsPiecesAsTextAndByteTokensAsBytes() throws Exception {
    try (var tokenizer = SentencePieceFile.load(SentencePieceFile.make(), folder)) {
      var vocabulary = tokenizer.vocabulary();

      assertEquals(" ab", vocabulary.text(SentencePieceFile.idOf("▁ab")));
      assertEquals("中", vocabulary.text(SentencePieceFile.idOf("中")));
      assertEquals("\n", vocabulary.text(SentencePieceFile.idOfByte('\n')));
      assertArrayEquals(new byte[] {(byte) 0xF0}, vocabulary.bytes(idOfByte(0xF0)));
      assertEquals(Optional.empty(), vocabulary.wholeText(idOfByte(0xF0)));
      assertEquals("<s>", vocabulary.text(SentencePieceFile.START));
    }
  }

  @Test
  void anInsertedSpaceDoesNotShiftTheSpans() throws Exception {
    try (var tokenizer = SentencePieceFile.load(SentencePieceFile.make(), folder)) {
      var tokens = tokenizer.encode("ab a");

      assertEquals(
          List.of(
              new EncodedToken(SentencePieceFile.idOf("▁ab"), new Span(0, 2)),
              new EncodedToken(SentencePieceFile.idOf("▁a"), new Span(2, 4))),
          tokens);
    }
  }

  @Test
  void theByteTokensOfAnEmojiShareItsSpan() throws Exception {
    try (var tokenizer = SentencePieceFile.load(SentencePieceFile.make(), folder)) {
      var tokens = tokenizer.encode("a😀b");

      assertEquals(
          List.of(
              new EncodedToken(SentencePieceFile.idOf("▁a"), new Span(0, 1)),
              new EncodedToken(idOfByte(0xF0), new Span(1, 3)),
              new EncodedToken(idOfByte(0x9F), new Span(1, 3)),
              new EncodedToken(idOfByte(0x98), new Span(1, 3)),
              new EncodedToken(idOfByte(0x80), new Span(1, 3)),
              new EncodedToken(SentencePieceFile.idOf("b"), new Span(3, 4))),
          tokens);
    }
  }

  @Test
  void spansAfterAnEmojiCountUtf16() throws Exception {
    try (var tokenizer = SentencePieceFile.load(SentencePieceFile.make(), folder)) {
      var tokens = tokenizer.encode("😀 中");

      assertEquals(new Span(3, 4), tokens.getLast().span());
    }
  }

  @Test
  void aUnigramVocabularyIsReadToo() throws Exception {
    try (var tokenizer = SentencePieceFile.load(SentencePieceFile.makeUnigram(), folder)) {
      assertEquals(" ab", tokenizer.vocabulary().text(SentencePieceFile.idOf("▁ab")));
      assertEquals("é", tokenizer.vocabulary().text(SentencePieceFile.idOf("é")));
      assertEquals(4, tokenizer.encode("😀").stream().filter(this::isByte).count());
    }
  }

  @Test
  void truncationAndPaddingInTheFileAreIgnored() throws Exception {
    var file = SentencePieceFile.make();
    file.add(
        "truncation",
        SentencePieceFile.parse(
            """
            {"direction": "Right", "max_length": 4, "strategy": "LongestFirst", "stride": 0}
            """));
    file.add(
        "padding",
        SentencePieceFile.parse(
            """
            {"strategy": {"Fixed": 64}, "direction": "Right", "pad_to_multiple_of": null,
             "pad_id": 0, "pad_type_id": 0, "pad_token": "<unk>"}
            """));

    try (var tokenizer = SentencePieceFile.load(file, folder)) {
      assertEquals(20, tokenizer.encode("b".repeat(19)).size());
      assertEquals(List.of(SentencePieceFile.START), tokenizer.startTokens());
    }
  }

  @Test
  void anAddedTokenThatIsNotSpecialIsText() throws Exception {
    var file = SentencePieceFile.make();
    file.getAsJsonArray("added_tokens")
        .add(
            SentencePieceFile.parse(
                """
                {"id": 300, "content": "▁word é", "single_word": false, "lstrip": false,
                 "rstrip": false, "normalized": false, "special": false}
                """));

    try (var tokenizer = SentencePieceFile.load(file, folder)) {
      var vocabulary = tokenizer.vocabulary();

      assertArrayEquals("▁word é".getBytes(StandardCharsets.UTF_8), vocabulary.bytes(300));
      assertEquals(false, vocabulary.isSpecial(300));
      assertEquals(true, vocabulary.isPadding(299));
    }
  }

  private boolean isByte(EncodedToken token) {
    return token.id() >= SentencePieceFile.FIRST_BYTE && token.id() < SentencePieceFile.FIRST_PIECE;
  }

  private static int idOfByte(int value) {
    return SentencePieceFile.idOfByte(value);
  }
}
