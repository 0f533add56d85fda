package kelvin.experiment.adapt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kelvin.engine.label.Normalization;
import kelvin.experiment.adapt.AdaptSetup.Draw;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.evaluation.EvaluationListener;
import kelvin.experiment.evaluation.EvaluationProgress;
import kelvin.experiment.evaluation.EvaluationSetup;
import kelvin.experiment.evaluation.EvaluationWork;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.prompt.ComposedPrompt;
import kelvin.prompt.Layout;
import kelvin.prompt.Shuffle;
import org.jspecify.annotations.Nullable;

/// The prompts of one draw. One run of the model serves few-shot, calibration and the first member
/// of the ensemble.
final class PromptRound {

  /// The prompts of an ensemble.
  static final int MEMBERS = 4;

  /// Hears nothing: points are told, not items.
  static final EvaluationListener NOBODY =
      new EvaluationListener() {
        @Override
        public void measured(EvaluationProgress progress) {}

        @Override
        public void failed(String reason) {}
      };

  private final AdaptSetup setup;
  private final Draw draw;

  /// The methods that are not on the board yet.
  private final List<AdaptMethod> left;

  private final List<ComposedPrompt> prompts;
  private final List<Measured> measured = new ArrayList<>();

  /// The work on the present prompt.
  private @Nullable EvaluationWork work;

  /// A test part measured with one prompt, compared in several ways.
  ///
  /// @param priorSeconds the time of the inputs without content
  private record Measured(String prompt, List<Evaluation> evaluations, double priorSeconds) {

    Evaluation plain() {
      return evaluations.getFirst();
    }

    Evaluation calibrated() {
      return evaluations.getLast();
    }

    double answerSeconds() {
      return (plain().facts().extent().seconds() - priorSeconds)
          / Math.max(1, plain().items().size());
    }

    long bytes() {
      return PromptRound.bytes(prompt);
    }
  }

  private PromptRound(
      AdaptSetup setup, Draw draw, List<AdaptMethod> wanted, List<ComposedPrompt> prompts) {
    this.setup = setup;
    this.draw = draw;
    left = new ArrayList<>(wanted);
    this.prompts = prompts;
  }

  /// All rounds of a comparison, in the order of the draws.
  static List<PromptRound> all(AdaptSetup setup) {
    var rounds = new ArrayList<PromptRound>();
    for (var draw : setup.draws()) {
      if (setup.measures(AdaptMethod.ZERO_SHOT, draw)) {
        var zeroShot = List.of(AdaptMethod.ZERO_SHOT);
        rounds.add(new PromptRound(setup, draw, zeroShot, List.of(setup.inWords())));
      }
      var wanted =
          PromptMethods.ALL.stream()
              .filter(each -> each != AdaptMethod.ZERO_SHOT && setup.measures(each, draw))
              .toList();
      if (!wanted.isEmpty()) {
        boolean several = wanted.contains(AdaptMethod.ENSEMBLE);
        rounds.add(new PromptRound(setup, draw, wanted, prompts(setup, draw, several)));
      }
    }
    return rounds;
  }

  /// The prompt with the examples in their order; of an ensemble also with other orders and
  /// layouts.
  private static List<ComposedPrompt> prompts(AdaptSetup setup, Draw draw, boolean several) {
    var first = setup.showing(draw.examples());
    var prompts = new ArrayList<ComposedPrompt>(List.of(first));
    var layouts = layouts(first.layout());
    for (int member = 1; several && member < MEMBERS; member++) {
      var ordered = Shuffle.of(draw.examples(), draw.seed() + member);
      prompts.add(setup.showing(ordered).withLayout(layouts.get(member % layouts.size())));
    }
    return prompts;
  }

  /// The prompt's own layout, then those that come with Kelvin.
  private static List<Layout> layouts(Layout own) {
    var layouts = new ArrayList<Layout>();
    layouts.add(own);
    Layout.ALL.stream().filter(each -> !each.equals(own)).forEach(layouts::add);
    return layouts;
  }

  /// The bytes of a prompt that is kept.
  static long bytes(String prompt) {
    return prompt.getBytes(StandardCharsets.UTF_8).length;
  }

  /// The number of prompts that are asked about the test part.
  int size() {
    return prompts.size();
  }

  /// Runs the next slice.
  ///
  /// @return whether there is more to do
  /// @throws kelvin.inference.CancelledException when paused; the slice is then run again
  /// @throws kelvin.inference.InferenceException if a prompt cannot be measured
  boolean step(LoadedModel loaded, Board board, Cancellation pause) {
    var asked = setup.asked(prompts.get(measured.size()));
    var now = work;
    if (now == null) {
      now = EvaluationWork.comparing(asked, ways(), setup.data().test(), NOBODY);
      work = now;
    }
    if (now.runSlice(loaded, pause)) {
      return true;
    }
    work = null;
    measured.add(measured(asked, now, loaded.descriptor().name()));
    if (measured.size() == 1) {
      putFirst(board);
    }
    if (measured.size() == prompts.size() && left.remove(AdaptMethod.ENSEMBLE)) {
      putEnsemble(board);
    }
    return measured.size() < prompts.size();
  }

  private List<Normalization> ways() {
    return left.contains(AdaptMethod.CALIBRATED)
        ? List.of(Normalization.NONE, Normalization.CONTEXTUAL)
        : List.of(Normalization.NONE);
  }

  private Measured measured(EvaluationSetup asked, EvaluationWork done, String model) {
    var evaluations = done.evaluations(model, setup.data().name());
    return new Measured(asked.template(), evaluations, done.secondsWithoutContent());
  }

  private void putFirst(Board board) {
    var first = measured.getFirst();
    for (var method : List.of(AdaptMethod.ZERO_SHOT, AdaptMethod.FEW_SHOT)) {
      if (left.remove(method)) {
        var costs = new AdaptPoint.Costs(0, first.answerSeconds(), first.bytes());
        board.put(method, draw, first.plain(), costs, first.prompt());
      }
    }
    if (left.remove(AdaptMethod.CALIBRATED)) {
      // A calibrated prompt keeps the logarithm of a weight for each label.
      long weights = (long) first.plain().labels().size() * Double.BYTES;
      var costs =
          new AdaptPoint.Costs(
              first.priorSeconds(), first.answerSeconds(), first.bytes() + weights);
      board.put(AdaptMethod.CALIBRATED, draw, first.calibrated(), costs, first.prompt());
    }
  }

  private void putEnsemble(Board board) {
    var costs =
        new AdaptPoint.Costs(
            0,
            measured.stream().mapToDouble(Measured::answerSeconds).sum(),
            measured.stream().mapToLong(Measured::bytes).sum());
    var joined = Ensembles.mean(measured.stream().map(Measured::plain).toList());
    board.put(AdaptMethod.ENSEMBLE, draw, joined, costs, measured.getFirst().prompt());
  }

  /// Refuses the methods that are not on the board yet.
  void refuse(String reason, Board board) {
    left.forEach(each -> board.refuse(each, draw, reason));
    left.clear();
  }
}
