package kelvin.experiment.adapt;

import java.util.ArrayList;
import java.util.List;
import kelvin.experiment.adapt.AdaptSetup.Draw;
import kelvin.experiment.data.Pair;
import kelvin.experiment.evaluation.EvaluationSetup;
import kelvin.experiment.tuning.RepeatedTuning;
import kelvin.experiment.tuning.RepeatedTuning.Asked;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;

/// Measures the methods that train weights. Each training begins with the model's own weights.
final class TrainedMethods {

  /// The most examples that a prompt shows while weights are trained.
  static final int SHOWN = 4;

  static final List<AdaptMethod> ALL =
      AdaptMethod.ALL.stream().filter(AdaptMethod::isTrained).toList();

  private final AdaptSetup setup;
  private final RepeatedTuning tuning;
  private final Board board;
  private final Cancellation cancellation;

  private TrainedMethods(
      AdaptSetup setup, RepeatedTuning tuning, Board board, Cancellation cancellation) {
    this.setup = setup;
    this.tuning = tuning;
    this.board = board;
    this.cancellation = cancellation;
  }

  /// @throws kelvin.inference.CancelledException when cancelled; what was put on the board stays
  static void run(AdaptSetup setup, LoadedModel loaded, Board board, Cancellation cancellation) {
    int count = setup.points(ALL);
    if (count == 0) {
      return;
    }
    board.begin("trained models measured", count);
    var labels = setup.asked(setup.bare()).labels();
    try (var tuning = new RepeatedTuning(setup.training(), labels, loaded)) {
      new TrainedMethods(setup, tuning, board, cancellation).measure();
    } catch (InferenceException e) {
      // The weights of this model cannot be trained.
      for (var draw : setup.draws()) {
        for (var method : ALL) {
          if (setup.measures(method, draw)) {
            board.refuse(method, draw, String.valueOf(e.getMessage()));
          }
        }
      }
    }
  }

  private void measure() {
    for (var draw : setup.draws()) {
      for (var method : ALL) {
        if (setup.measures(method, draw)) {
          measure(method, draw);
        }
      }
    }
  }

  private void measure(AdaptMethod method, Draw draw) {
    try {
      long begin = System.nanoTime();
      var result = tuning.train(asked(method, draw), draw.seed(), cancellation);
      double seconds = (System.nanoTime() - begin) / 1e9;
      result.trouble().ifPresent(trouble -> board.note(method, draw, trouble));
      var judged = judged(method, draw);
      var data = setup.data();
      var evaluation =
          tuning.evaluate(judged, data.test(), data.name(), PromptRound.NOBODY, cancellation);
      var costs =
          new AdaptPoint.Costs(
              seconds,
              evaluation.facts().extent().seconds() / Math.max(1, evaluation.items().size()),
              result.parameters() * Float.BYTES + PromptRound.bytes(judged.template()));
      board.put(method, draw, evaluation, costs, judged.template());
    } catch (InferenceException e) {
      board.refuse(method, draw, String.valueOf(e.getMessage()));
    }
  }

  private EvaluationSetup judged(AdaptMethod method, Draw draw) {
    return method == AdaptMethod.FINETUNE
        ? setup.asked(setup.bare())
        : showing(draw.first(SHOWN).pairs());
  }

  private EvaluationSetup showing(List<Pair> pairs) {
    return setup.asked(setup.showing(new Draw(0, pairs).examples()));
  }

  private List<Asked> asked(AdaptMethod method, Draw draw) {
    var pairs = draw.pairs();
    var bare = setup.asked(setup.bare());
    var asked = new ArrayList<Asked>();
    for (int i = 0; i < pairs.size(); i++) {
      var prompt = method == AdaptMethod.FINETUNE ? bare : showing(others(pairs, i));
      asked.add(new Asked(prompt, pairs.get(i)));
    }
    return asked;
  }

  /// The pairs that follow one, as in a ring, so that none is shown its own label.
  static List<Pair> others(List<Pair> pairs, int place) {
    var others = new ArrayList<Pair>();
    for (int i = 1; i < pairs.size() && others.size() < SHOWN; i++) {
      others.add(pairs.get((place + i) % pairs.size()));
    }
    return others;
  }
}
