package kelvin.huggingface;

import static kelvin.text.PlainWords.assertPlain;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import kelvin.inference.InferenceException;
import kelvin.text.Vocabulary;
import org.junit.jupiter.api.Test;

/// Tokens that a damaged tokenizer gives. If these tests fail, a user sees the trace of a mistake
/// of Kelvin's where the tokenizer is to blame.
class TokenSpansTest {

  private static final LeadingSpace NONE = LeadingSpace.of(new Pipeline(SentencePieceFile.make()));

  private static void refuses(long id, CharSpan span) {
    var vocabulary =
        new Vocabulary(new byte[][] {"x".getBytes(StandardCharsets.UTF_8)}, new BitSet());

    var refusal =
        assertThrows(
            InferenceException.class,
            () ->
                TokenSpans.locate(
                    "ab", new long[] {id}, new CharSpan[] {span}, vocabulary, NONE, new BitSet()));

    assertPlain(String.valueOf(refusal.getMessage()));
  }

  @Test
  void aTokenOutsideOfTheTextIsRefused() {
    refuses(0, new CharSpan(0, 9));
    refuses(0, new CharSpan(-1, 1));
    refuses(0, new CharSpan(2, 1));
  }

  @Test
  void aTokenThatNoVocabularyCanHaveIsRefused() {
    refuses(3_000_000_000L, new CharSpan(0, 1));
  }
}
