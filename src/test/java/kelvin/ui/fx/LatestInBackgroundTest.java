package kelvin.ui.fx;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class LatestInBackgroundTest {

  private final ArrayDeque<Runnable> background = new ArrayDeque<>();
  private final List<String> answers = new ArrayList<>();
  private final LatestInBackground<Integer, String> worker =
      new LatestInBackground<>(
          background::add, Runnable::run, question -> "answer " + question, answers::add);

  @Test
  void questionsThatComeMeanwhileReplaceEachOther() {
    worker.ask(1);
    worker.ask(2);
    worker.ask(3);

    assertEquals(1, background.size());
    background.remove().run();
    assertEquals(List.of("answer 3"), answers);
  }

  @Test
  void aLaterQuestionIsAnsweredToo() {
    worker.ask(1);
    background.remove().run();

    worker.ask(2);
    background.remove().run();

    assertEquals(List.of("answer 1", "answer 2"), answers);
  }

  /// An answer that arrives while the window closes may ask again.
  @Test
  void aQuestionAfterTheBackgroundHasEndedIsDropped() {
    var ended = Executors.newSingleThreadExecutor();
    ended.shutdown();
    var late =
        new LatestInBackground<Integer, String>(
            ended, Runnable::run, question -> "answer " + question, answers::add);

    assertDoesNotThrow(() -> late.ask(1));
    assertEquals(List.of(), answers);
  }
}
