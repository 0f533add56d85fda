package kelvin.workspace.paths;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import kelvin.engine.FakeInferenceThread;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.Prediction;
import kelvin.engine.PredictionEngine;
import kelvin.engine.PredictionRequest;
import kelvin.engine.RowMemory;
import kelvin.inference.LoadedModel;
import org.junit.jupiter.api.Test;

/// A large tree that the user walks through. If this fails, a lecture of an hour takes all memory
/// of the machine, or a token that was looked at before shows another distribution.
class TreeMemoryTest {

  private static final int NODES = 5000;
  private static final int LENGTH = 50;
  private static final int LOOKS = 600;
  private static final long ROWS = 16;

  private final Random random = new Random(5);
  private final FakeInferenceThread thread = new FakeInferenceThread();
  private final RowMemory memory = new RowMemory();
  private final List<Prediction> answers = new ArrayList<>();
  private final PredictionEngine engine =
      new PredictionEngine(thread, answer -> answers.add((Prediction) answer), memory);

  private Prediction look(PathNode node) {
    var ids = node.path().stream().map(PathNode::id).toList();
    engine.predict(new PredictionRequest("the prompt", ids, OptionalInt.empty()));
    thread.runAll();
    return answers.getLast();
  }

  private static LoadedModel loaded() {
    return new LoadedModel(new FakeLanguageModel(), FakeTokenizer.withStartToken());
  }

  @Test
  void aWalkThroughFiveThousandTokensKeepsToTheLimitAndShowsTheSameEachTime() {
    var nodes = LargeTree.nodes(NODES, LENGTH, random);
    engine.use(loaded());
    long limit = ROWS * FakeTokenizer.SIZE * Float.BYTES;
    memory.setLimit(limit);
    var fresh = new PredictionEngine(thread, answer -> answers.add((Prediction) answer));

    for (int i = 0; i < LOOKS; i++) {
      var node = nodes.get(random.nextInt(nodes.size()));
      var shown = look(node);
      assertTrue(memory.bytes() <= limit, memory.bytes() + " bytes");
      if (i % 50 == 0) {
        fresh.use(loaded());
        fresh.predict(shown.request());
        thread.runAll();
        var again = answers.getLast();
        assertArrayEquals(again.logits().toArray(), shown.logits().toArray());
        assertEquals(again.tokens(), shown.tokens(), "scores do not need the dropped rows");
      }
    }
  }
}
