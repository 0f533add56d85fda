package kelvin.engine.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kelvin.app.AppAccess;
import kelvin.engine.Context;
import kelvin.engine.Predictor;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.opening.ModelOpener;
import kelvin.prompt.task.Task;
import kelvin.prompt.task.TaskLibrary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The answers of the bundled model to the task that the manual begins with. If these fail, a user
/// does not see what examples do to the answers, or sees probabilities that scoring denies.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BundledAnswersTest {

  private final LoadedModel model;
  private final Task task = TaskLibrary.find("sums-with-a-tilde").orElseThrow();

  BundledAnswersTest(@TempDir Path cache) throws Exception {
    model = ModelOpener.withoutTrial(1, cache).load(AppAccess.bundledModel(), new Cancellation());
  }

  @AfterAll
  void close() {
    model.close();
  }

  private Context context(int shots) {
    var prompt = task.fewShot(shots, task.tests().getFirst()).render();
    return Context.ofText(model.tokenizer(), prompt, List.of());
  }

  private Answers answers(int shots) {
    var question =
        new AnswerQuestion(context(shots).ids(), StopText.LINE_END, AnswerLimits.DEFAULT);
    return AnswerSearch.run(model, question, new Cancellation());
  }

  @Test
  void anAnswerIsAsProbableAsScoringFindsItsTokens() {
    var found = answers(4);
    var context = context(4);

    for (var answer : found.complete()) {
      var whole = new ArrayList<>(context.ids());
      whole.addAll(answer.ids());
      var tokens = new Predictor(model).predict(Context.ofIds(whole), new Cancellation()).tokens();
      double ofPath =
          tokens.subList(context.length(), tokens.size()).stream()
              .mapToDouble(token -> token.score().orElseThrow().logProbability())
              .sum();
      assertTrue(answer.logProbability() >= ofPath - 1e-4, answer.toString());
    }
    assertEquals(1, found.covered() + found.unexplored(), 1e-9);
  }

  @Test
  void examplesMoveTheAnswers() {
    var byShots = List.of(0, 1, 2, 4, 8).stream().map(this::probabilities).toList();

    assertEquals(
        List.of(" 13", " 17", " 17", " 17", " 17"),
        byShots.stream().map(BundledAnswersTest::best).toList());
    assertTrue(
        byShots.getFirst().keySet().containsAll(List.of(" 13", " 15", " 17")), byShots::toString);
    double before = byShots.get(0).getOrDefault(" 17", 0.0);
    double after = byShots.get(4).getOrDefault(" 17", 0.0);
    assertTrue(after > before + 0.1, before + " and " + after);
    assertTrue(byShots.get(0).getOrDefault(" 13", 0.0) > 0.1);
    assertTrue(byShots.get(4).getOrDefault(" 13", 0.0) < 0.01);
  }

  private static String best(Map<String, Double> probabilities) {
    return Collections.max(probabilities.entrySet(), Map.Entry.comparingByValue()).getKey();
  }

  private Map<String, Double> probabilities(int shots) {
    return answers(shots).complete().stream()
        .collect(Collectors.toMap(Answer::text, Answer::probability));
  }
}
