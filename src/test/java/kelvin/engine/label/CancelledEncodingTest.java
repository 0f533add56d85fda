package kelvin.engine.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.engine.FakeInferenceThread;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.PredictionEngine;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.EncodedToken;
import kelvin.inference.LoadedModel;
import kelvin.inference.Tokenizer;
import kelvin.text.Vocabulary;
import org.junit.jupiter.api.Test;

/// If these fail, Ctrl-C during a sweep, or closing the window during one, waits for seconds until
/// all its prompts are encoded.
class CancelledEncodingTest {

  private static final int QUESTIONS = 500;

  /// One for the prompt, and one for each label.
  private static final int ENCODINGS_EACH = 3;

  private static final int STOP_AT = 100;

  private final Interrupted tokenizer = new Interrupted();
  private final LoadedModel loaded = new LoadedModel(new FakeLanguageModel(), tokenizer);
  private final List<Integer> scored = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final LabelSweep sweep =
      new LabelSweep(
          questions(),
          new SweepListener() {
            @Override
            public void scored(int index, LabelScores scores, SweepProgress soFar) {
              scored.add(index);
            }

            @Override
            public void failed(String reason) {
              failures.add(reason);
            }
          });

  /// Does something while it encodes a text.
  private static final class Interrupted implements Tokenizer {

    private final FakeTokenizer tokenizer = FakeTokenizer.withStartToken();
    private Runnable onStop = () -> {};
    private int encoded;

    @Override
    public List<EncodedToken> encode(String text) {
      encoded++;
      if (encoded == STOP_AT) {
        onStop.run();
      }
      return tokenizer.encode(text);
    }

    @Override
    public List<Integer> startTokens() {
      return tokenizer.startTokens();
    }

    @Override
    public Vocabulary vocabulary() {
      return tokenizer.vocabulary();
    }

    @Override
    public void close() {
      tokenizer.close();
    }
  }

  private static List<LabelQuestion> questions() {
    return IntStream.range(0, QUESTIONS)
        .mapToObj(i -> new LabelQuestion("prompt " + i, List.of("y", "n")))
        .toList();
  }

  @Test
  void aCancelledSweepEncodesNoFurtherText() {
    tokenizer.onStop = sweep::cancel;

    assertThrows(CancelledException.class, () -> sweep.runSlice(loaded, new Cancellation()));

    assertEquals(STOP_AT, tokenizer.encoded);
  }

  @Test
  void anInterruptedCommandEncodesNoFurtherText() {
    var cancellation = new Cancellation();
    tokenizer.onStop = cancellation::cancel;
    var scorer = new LabelScorer(loaded);

    assertThrows(
        CancelledException.class, () -> scorer.scoreAll(questions(), _ -> {}, cancellation));

    assertEquals(STOP_AT, tokenizer.encoded);
  }

  @Test
  void aClosedWindowEncodesNoFurtherText() {
    var thread = new FakeInferenceThread();
    var engine = new PredictionEngine(thread, _ -> {});
    engine.use(loaded);
    engine.begin(sweep);
    tokenizer.onStop = engine::close;

    thread.runAll();

    assertEquals(STOP_AT, tokenizer.encoded);
    assertEquals(List.of(), failures);
  }

  @Test
  void aPausedSweepGoesOnEncodingWhereItStopped() {
    var pause = new Cancellation();
    tokenizer.onStop = pause::cancel;

    assertThrows(CancelledException.class, () -> sweep.runSlice(loaded, pause));
    while (sweep.runSlice(loaded, new Cancellation())) {
      assertFalse(sweep.isCancelled());
    }

    assertEquals(QUESTIONS, scored.size());
    int again = tokenizer.encoded - QUESTIONS * ENCODINGS_EACH;
    assertTrue(again <= ENCODINGS_EACH, again + " texts were encoded again");
  }
}
