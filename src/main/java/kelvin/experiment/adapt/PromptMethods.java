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
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.prompt.ComposedPrompt;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Layout;
import kelvin.prompt.Shuffle;

/// Measures the methods that change the prompt only. One run of the model serves few-shot,
/// calibration and the first member of the ensemble.
final class PromptMethods {

  /// The prompts of an ensemble.
  static final int MEMBERS = 4;

  static final List<AdaptMethod> ALL =
      AdaptMethod.ALL.stream().filter(AdaptMethod::isByPrompt).toList();

  /// Hears nothing: points are told, not items.
  static final EvaluationListener NOBODY =
      new EvaluationListener() {
        @Override
        public void measured(EvaluationProgress progress) {}

        @Override
        public void failed(String reason) {}
      };

  private final AdaptSetup setup;
  private final LoadedModel loaded;
  private final Board board;
  private final Cancellation cancellation;

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
      return PromptMethods.bytes(prompt);
    }
  }

  PromptMethods(AdaptSetup setup, LoadedModel loaded, Board board, Cancellation cancellation) {
    this.setup = setup;
    this.loaded = loaded;
    this.board = board;
    this.cancellation = cancellation;
  }

  /// The bytes of a prompt that is kept.
  static long bytes(String prompt) {
    return prompt.getBytes(StandardCharsets.UTF_8).length;
  }

  /// @throws kelvin.inference.CancelledException when cancelled; what was put on the board stays
  void run() {
    board.begin("prompts measured", setup.points(ALL));
    for (var draw : setup.draws()) {
      if (setup.measures(AdaptMethod.ZERO_SHOT, draw)) {
        zeroShot(draw);
      }
      var wanted =
          ALL.stream()
              .filter(each -> each != AdaptMethod.ZERO_SHOT && setup.measures(each, draw))
              .toList();
      if (!wanted.isEmpty()) {
        withExamples(draw, wanted);
      }
    }
  }

  private void zeroShot(Draw draw) {
    try {
      var measured = measured(setup.inWords(), List.of(Normalization.NONE));
      put(AdaptMethod.ZERO_SHOT, draw, measured);
    } catch (InferenceException e) {
      board.refuse(AdaptMethod.ZERO_SHOT, draw, String.valueOf(e.getMessage()));
    }
  }

  private void put(AdaptMethod method, Draw draw, Measured measured) {
    var costs = new AdaptPoint.Costs(0, measured.answerSeconds(), measured.bytes());
    board.put(method, draw, measured.plain(), costs, measured.prompt());
  }

  private void withExamples(Draw draw, List<AdaptMethod> wanted) {
    var prompt = setup.showing(draw.examples());
    var left = new ArrayList<>(wanted);
    try {
      boolean calibrated = wanted.contains(AdaptMethod.CALIBRATED);
      var ways =
          calibrated
              ? List.of(Normalization.NONE, Normalization.CONTEXTUAL)
              : List.of(Normalization.NONE);
      var measured = measured(prompt, ways);
      if (left.remove(AdaptMethod.FEW_SHOT)) {
        put(AdaptMethod.FEW_SHOT, draw, measured);
      }
      if (left.remove(AdaptMethod.CALIBRATED)) {
        calibrated(draw, measured);
      }
      if (left.contains(AdaptMethod.ENSEMBLE)) {
        ensemble(draw, prompt, measured);
        left.remove(AdaptMethod.ENSEMBLE);
      }
    } catch (InferenceException e) {
      left.forEach(each -> board.refuse(each, draw, String.valueOf(e.getMessage())));
    }
  }

  /// A calibrated prompt keeps the logarithm of a weight for each label.
  private void calibrated(Draw draw, Measured measured) {
    long weights = (long) measured.plain().labels().size() * Double.BYTES;
    var costs =
        new AdaptPoint.Costs(
            measured.priorSeconds(), measured.answerSeconds(), measured.bytes() + weights);
    board.put(AdaptMethod.CALIBRATED, draw, measured.calibrated(), costs, measured.prompt());
  }

  private void ensemble(Draw draw, FewShotPrompt first, Measured measured) {
    var members = new ArrayList<Measured>();
    members.add(measured);
    var layouts = layouts(first.layout());
    for (int member = 1; member < MEMBERS; member++) {
      var ordered = Shuffle.of(draw.examples(), draw.seed() + member);
      var prompt = setup.showing(ordered).withLayout(layouts.get(member % layouts.size()));
      members.add(measured(prompt, List.of(Normalization.NONE)));
    }
    var costs =
        new AdaptPoint.Costs(
            0,
            members.stream().mapToDouble(Measured::answerSeconds).sum(),
            members.stream().mapToLong(Measured::bytes).sum());
    var joined = Ensembles.mean(members.stream().map(Measured::plain).toList());
    board.put(AdaptMethod.ENSEMBLE, draw, joined, costs, measured.prompt());
  }

  /// The prompt's own layout, then those that come with Kelvin.
  private static List<Layout> layouts(Layout own) {
    var layouts = new ArrayList<Layout>();
    layouts.add(own);
    Layout.ALL.stream().filter(each -> !each.equals(own)).forEach(layouts::add);
    return layouts;
  }

  private Measured measured(ComposedPrompt prompt, List<Normalization> ways) {
    EvaluationSetup asked = setup.asked(prompt);
    var work = EvaluationWork.comparing(asked, ways, setup.data().test(), NOBODY);
    EvaluationWork.run(work, setup.data().name(), loaded, cancellation);
    cancellation.throwIfCancelled();
    var evaluations = work.evaluations(loaded.descriptor().name(), setup.data().name());
    return new Measured(asked.template(), evaluations, work.secondsWithoutContent());
  }
}
