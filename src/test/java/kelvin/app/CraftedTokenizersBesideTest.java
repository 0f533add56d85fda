package kelvin.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kelvin.engine.ModelEvent;
import kelvin.engine.Prediction;
import kelvin.engine.PredictionOutcome;
import kelvin.engine.PredictionRequest;
import kelvin.engine.RowMemory;
import kelvin.huggingface.CraftedTokenizers;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import kelvin.text.PlainWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window opens folders whose tokenizer would end the process. If this fails, one downloaded
/// file takes the window and all open work with it.
class CraftedTokenizersBesideTest {

  @TempDir private Path folder = Path.of("");

  private final BlockingQueue<ModelEvent> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<PredictionOutcome> outcomes = new LinkedBlockingQueue<>();

  private <E extends ModelEvent> E next(Class<E> kind) throws InterruptedException {
    ModelEvent event;
    do {
      event = events.poll(120, TimeUnit.SECONDS);
    } while (event instanceof ModelEvent.Progress
        || event instanceof ModelEvent.Loading
        || event instanceof ModelEvent.Proving
        || event instanceof ModelEvent.Proved);
    return assertInstanceOf(kind, event);
  }

  private List<Integer> answer(WindowBackend window) throws InterruptedException {
    window.predict(new PredictionRequest("a " + "x".repeat(40), List.of(), OptionalInt.empty()));
    var outcome = outcomes.poll(120, TimeUnit.SECONDS);
    var answered = assertInstanceOf(Prediction.class, outcome);
    return answered.tokens().stream().map(token -> token.id()).toList();
  }

  @Test
  void theOpenModelGoesOnAnswering() throws Exception {
    var loader = ModelOpeners.forWindow(1, folder.resolve("cache"));
    try (var window = new WindowBackend(loader, new RowMemory(), outcomes::add, events::add)) {
      window.open(AppFolders.bundledModel());
      next(ModelEvent.Opened.class);
      var before = answer(window);

      for (var crafted : CraftedTokenizers.all().entrySet()) {
        var model = ToyFolder.write(folder.resolve(crafted.getKey()), ToyModel.small(6));
        Files.writeString(model.resolve("tokenizer.json"), crafted.getValue());
        window.open(model);

        var refusal = next(ModelEvent.Failed.class);
        assertTrue(refusal.reason().startsWith("the tokenizer "), refusal.reason());
        PlainWords.assertPlain(refusal.reason() + " " + refusal.remedy());
        assertEquals(before, answer(window), crafted.getKey());
      }
    }
  }
}
