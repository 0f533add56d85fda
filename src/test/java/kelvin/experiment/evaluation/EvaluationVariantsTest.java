package kelvin.experiment.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.label.Normalization;
import kelvin.experiment.data.DataException;
import kelvin.experiment.data.DataSet;
import kelvin.experiment.data.DataTask;
import kelvin.experiment.data.Pair;
import kelvin.experiment.data.Split;
import kelvin.experiment.evaluation.EvaluationPlan.PlannedPrompt;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.inference.StartToken;
import kelvin.prompt.Example;
import org.junit.jupiter.api.Test;

/// If these fail, variants of a prompt that stand side by side were not asked in the same way, or
/// a correction is fitted on answers that the prompt shows.
class EvaluationVariantsTest {

  private final LoadedModel model =
      new LoadedModel(new FakeLanguageModel(), FakeTokenizer.withStartToken());

  private static Pair pair(int i) {
    return new Pair("line " + (i + 2), "input " + i, i % 2 == 0 ? "b" : "c", true);
  }

  private static EvaluationPlan plan(int shots) throws DataException {
    var data =
        new DataSet(
            "letters",
            Optional.empty(),
            IntStream.range(0, 6).mapToObj(EvaluationVariantsTest::pair).toList(),
            IntStream.range(6, 12).mapToObj(EvaluationVariantsTest::pair).toList(),
            List.of());
    var asked = DataTask.of(data, Optional.empty(), new Split.Given());
    return EvaluationPlan.of(
        data,
        PlannedPrompt.of(asked, asked.fewShot(OptionalInt.of(shots), OptionalLong.empty())),
        EvaluationSetup.Labels.of(List.of(), asked, data),
        new EvaluationSetup.Scoring(
            Normalization.NONE, List.of(), StartToken.AUTO, TooLong.SHORTEN),
        42);
  }

  private Evaluation run(EvaluationWork work) {
    boolean more = true;
    while (more) {
      more = work.runSlice(model, new Cancellation());
    }
    return work.evaluation("fake", "letters");
  }

  @Test
  void oneRunMeasuresTheSixNormalisationsAsSixRunsDo() throws DataException {
    var plan = plan(1);
    var tests = plan.data().test();
    var together =
        EvaluationWork.comparing(
            plan.setup(), Normalization.ALL, tests, EvaluationListeners.STRICT);
    run(together);
    var all = together.evaluations("fake", "letters");

    assertEquals(Normalization.ALL.size(), all.size());
    for (int i = 0; i < all.size(); i++) {
      var alone =
          run(
              EvaluationWork.comparing(
                  plan.setup(),
                  List.of(Normalization.ALL.get(i)),
                  tests,
                  EvaluationListeners.STRICT));
      assertEquals(Normalization.ALL.get(i).label(), all.get(i).facts().normalization());
      assertEquals(alone.items(), all.get(i).items());
    }
    assertEquals(6, together.trials().size());
  }

  @Test
  void theVariantsAreTheNormalisationsThenOtherShotsThenOtherOrders() throws DataException {
    var names =
        EvaluationVariants.of(plan(2)).stream().flatMap(each -> each.names().stream()).toList();

    assertEquals(
        List.of(
            "log-likelihood",
            "per token",
            "per character",
            "per byte",
            "PMI",
            "calibrated",
            "0 shots",
            "1 shot",
            "4 shots",
            "order 42",
            "order 43",
            "order 44"),
        names);
  }

  @Test
  void anotherOrderShowsTheSameExamples() throws DataException {
    var plan = plan(4);
    for (var run : EvaluationVariants.of(plan)) {
      if (run.kind() == EvaluationVariants.Kind.ORDER) {
        assertEquals(inputs(plan), inputs(run.plan()));
      }
    }
  }

  private static List<String> inputs(EvaluationPlan plan) {
    return plan.shown().stream().map(Example::input).sorted().toList();
  }

  @Test
  void noPairIsLearnedFromThatThePromptShows() throws DataException {
    var plan = plan(2);
    var shown = inputs(plan);
    var unseen = FitPart.of(plan.data(), plan.setup()).pairs().stream().map(Pair::input).toList();

    assertEquals(4, unseen.size());
    assertFalse(unseen.stream().anyMatch(shown::contains));
    assertTrue(plan.data().train().stream().map(Pair::input).toList().containsAll(unseen));
  }
}
