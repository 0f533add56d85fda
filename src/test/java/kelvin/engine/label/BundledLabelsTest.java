package kelvin.engine.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kelvin.app.AppAccess;
import kelvin.engine.Context;
import kelvin.engine.Predictor;
import kelvin.engine.TextScore;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.opening.ModelOpener;
import kelvin.prompt.sweep.ShotsCurve;
import kelvin.prompt.sweep.ShotsSweep;
import kelvin.prompt.sweep.VariantOutcome;
import kelvin.prompt.task.TaskLibrary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Labels on the model that comes with Kelvin.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BundledLabelsTest {

  private static final List<String> WORDS =
      List.of(
          "the",
          "cat",
          "Once upon",
          "naïve",
          "positive",
          "15",
          "~",
          ":",
          "→",
          "…",
          "http",
          "//",
          "\n",
          "😀",
          "yes",
          "no",
          "Sentiment",
          "?",
          "  ",
          "A",
          "17",
          "été");

  private final LoadedModel model;

  BundledLabelsTest(@TempDir Path cache) throws Exception {
    model = ModelOpener.withoutTrial(1, cache).load(AppAccess.bundledModel(), new Cancellation());
  }

  @AfterAll
  void close() {
    model.close();
  }

  private static String text(Random random, int most) {
    var text = new StringBuilder();
    for (int i = 0; i <= random.nextInt(most); i++) {
      text.append(random.nextBoolean() ? " " : "").append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return text.toString();
  }

  /// Of the tokens from `from` on, as `kelvin score` gives them.
  private double scored(String text, int from) {
    var predictor = new Predictor(model);
    var context = Context.ofText(model.tokenizer(), text, List.of());
    var tokens = predictor.predict(context, new Cancellation()).tokens();
    return TextScore.of(tokens.subList(from, tokens.size())).totalLogProbability();
  }

  @Test
  void labelsAreWorthWhatTheScoreOfTheWholeTextSays() {
    var random = new Random(6);
    int unsafe = 0;
    for (int round = 0; round < 200; round++) {
      var prompt = text(random, 12);
      var labels = List.of(" " + text(random, 4), text(random, 2) + "!", "x" + text(random, 3));
      var scorer = new LabelScorer(model);

      var scores = scorer.score(new LabelQuestion(prompt, labels), new Cancellation());

      unsafe += scores.boundary().isSafe() ? 0 : 1;
      for (var label : scores.labels()) {
        double whole = scored(prompt + label.text(), scores.boundary().scoredFrom());
        assertEquals(whole, label.logProbability(), 1e-9, prompt + "|" + label.text());
      }
    }
    assertTrue(unsafe > 5 && unsafe < 150, unsafe + " unsafe boundaries");
  }

  @Test
  void theNotesTaskIsLearntFromItsExamples() {
    var task = TaskLibrary.find("sums-with-a-tilde").orElseThrow();
    var bases =
        task.tests().stream().map(test -> task.trial(task.fewShot(24, test), test)).toList();
    var variants = ShotsSweep.plan(bases, List.of(0, 1, 4), 20, 42);
    var questions =
        variants.stream()
            .map(v -> new LabelQuestion(v.trial().prompt().render(), v.trial().continuations()))
            .toList();

    var scores = new LabelScorer(model).scoreAll(questions, _ -> {}, new Cancellation());

    var outcomes = new ArrayList<VariantOutcome>();
    for (int i = 0; i < variants.size(); i++) {
      outcomes.add(
          new VariantOutcome(variants.get(i), scores.get(i).logProbabilities(), List.of(1.0)));
    }
    var curve = ShotsCurve.ofAnswer(outcomes);
    assertEquals(20, curve.getFirst().draws());
    assertTrue(curve.get(0).mean() + 0.2 < curve.get(1).mean(), curve.toString());
    assertTrue(curve.get(0).mean() + 0.2 < curve.get(2).mean(), curve.toString());
  }
}
