package kelvin.experiment.adapt;

import java.util.List;
import kelvin.experiment.adapt.AdaptSetup.Draw;
import kelvin.experiment.tuning.HeadLearning;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;

/// Measures heads on the features after the prompt without examples.
final class HeadMethod {

  static final List<AdaptMethod> ALL = List.of(AdaptMethod.HEAD);

  private static final AdaptMethod HEAD = AdaptMethod.HEAD;

  private HeadMethod() {}

  /// @throws kelvin.inference.CancelledException when cancelled; what was put on the board stays
  static void run(AdaptSetup setup, LoadedModel loaded, Board board, Cancellation cancellation) {
    var draws = setup.draws().stream().filter(draw -> setup.measures(HEAD, draw)).toList();
    if (draws.isEmpty()) {
      return;
    }
    board.begin("heads fitted", draws.size());
    var asked = setup.asked(setup.bare());
    var data = setup.data();
    try (var learning = new HeadLearning(asked, data.name(), data.test(), loaded, cancellation)) {
      draws.forEach(draw -> fit(asked.template(), draw, learning, board, cancellation));
    } catch (InferenceException e) {
      draws.forEach(draw -> board.refuse(HEAD, draw, String.valueOf(e.getMessage())));
    }
  }

  private static void fit(
      String prompt, Draw draw, HeadLearning learning, Board board, Cancellation cancellation) {
    var only = AdaptSetup.onlyLabel(draw);
    if (only.isPresent()) {
      board.refuse(HEAD, draw, "All examples have the label '" + only.get() + "'.");
      return;
    }
    try {
      var learned = learning.fit(draw.pairs(), draw.seed(), cancellation);
      long numbers = learned.fit().head().parameters() * Double.BYTES;
      var costs =
          new AdaptPoint.Costs(
              learned.seconds(), learned.answerSeconds(), numbers + PromptRound.bytes(prompt));
      board.put(HEAD, draw, learned.heldOut(), costs, prompt);
    } catch (InferenceException | IllegalStateException e) {
      board.refuse(HEAD, draw, String.valueOf(e.getMessage()));
    }
  }
}
