package kelvin.experiment.tuning.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.distribution.Distribution;
import kelvin.distribution.Logits;
import kelvin.engine.Context;
import kelvin.engine.PassageScorer;
import kelvin.engine.tuning.Copies;
import kelvin.experiment.data.Pair;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.evaluation.EvaluationListener;
import kelvin.experiment.evaluation.EvaluationProgress;
import kelvin.experiment.tuning.TuningProgress;
import kelvin.experiment.tuning.TuningProgress.Phase;
import kelvin.experiment.tuning.WeightTuning;
import kelvin.experiment.tuning.live.LiveTuning.Prompt;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;

/// The course of a training: its steps, and what is measured between them.
final class Course {

  /// The time between two looks at the watched prompt, which cost a run each.
  private static final long LOOK_NANOS = 100_000_000;

  private final LiveWish wish;
  private final WeightTuning tuning;
  private final LoadedModel loaded;
  private final LiveListener listener;
  private final List<Double> accuracy = new ArrayList<>();
  private final List<Double> otherLoss = new ArrayList<>();
  private int[] otherText = {};
  private Optional<LiveState.Watched> seen = Optional.empty();
  private long lookedAt;
  private int epochs;

  /// The steps that were done before a kill.
  private int doneBefore;

  /// The time of all steps and of what is measured after epochs.
  private long nanos;

  Course(LiveWish wish, WeightTuning tuning, LoadedModel loaded, LiveListener listener) {
    this.wish = wish;
    this.tuning = tuning;
    this.loaded = loaded;
    this.listener = listener;
  }

  WeightTuning tuning() {
    return tuning;
  }

  /// Measures what is to change.
  void begin(Optional<Prompt> watched, Cancellation cancellation) {
    otherText = otherText();
    epochs = tuning.epochs();
    doneBefore = tuning.steps().done();
    if (epochs > 0) {
      beginAgain(cancellation);
    }
    measure(cancellation);
    look(watched, cancellation);
  }

  /// Measures the model's own weights, though the training goes on with later ones. What was
  /// measured in between is not known any more.
  private void beginAgain(Cancellation cancellation) {
    var later = new Copies(LiveTuning.values(tuning));
    tuning.base().ifPresent(Copies::restore);
    tuning.runs().changed();
    try {
      measure(cancellation);
    } finally {
      later.restore();
      tuning.runs().changed();
    }
    for (int epoch = 1; epoch < epochs; epoch++) {
      if (!accuracy.isEmpty()) {
        accuracy.add(Double.NaN);
      }
      if (!otherLoss.isEmpty()) {
        otherLoss.add(Double.NaN);
      }
    }
  }

  /// The tokens of the user's text, which nobody learns; none if it is too short to have a loss.
  private int[] otherText() {
    if (wish.otherText().isEmpty()) {
      return new int[0];
    }
    var start = wish.setup().scoring().startToken();
    var ids = Context.ofText(loaded.tokenizer(), wish.otherText(), List.of(), start).toArray();
    return ids.length < 2 ? new int[0] : ids;
  }

  private void measure(Cancellation cancellation) {
    if (!tuning.stopping().isEmpty()) {
      accuracy.add(evaluate(tuning.stopping(), cancellation).measures().accuracy().value());
    }
    if (otherText.length > 0) {
      otherLoss.add(loss(otherText, cancellation));
    }
  }

  /// The mean of −ln p of each token after the first, in nats.
  private double loss(int[] ids, Cancellation cancellation) {
    return new PassageScorer(tuning.runs().model())
        .score(ids, 1, cancellation).stream()
            .mapToDouble(score -> -score.logProbability())
            .average()
            .orElseThrow();
  }

  /// Does the next step.
  ///
  /// @return whether there is more to do
  boolean step(Optional<Prompt> watched, Cancellation cancellation) {
    long begin = System.nanoTime();
    boolean more = tuning.steps().step(cancellation);
    boolean isEpoch = tuning.epochs() > epochs;
    if (isEpoch) {
      epochs = tuning.epochs();
      measure(cancellation);
    }
    nanos += System.nanoTime() - begin;
    if (isEpoch || System.nanoTime() - lookedAt > LOOK_NANOS) {
      look(watched, cancellation);
    } else {
      tell();
    }
    return more;
  }

  /// Computes the next token after the watched prompt with the weights as they are.
  void look(Optional<Prompt> watched, Cancellation cancellation) {
    seen = watched.map(prompt -> seen(prompt, cancellation));
    lookedAt = System.nanoTime();
    tell();
  }

  private LiveState.Watched seen(Prompt prompt, Cancellation cancellation) {
    var row = new float[tuning.runs().model().descriptor().logitCount()];
    tuning
        .runs()
        .model()
        .run(
            prompt.ids(),
            prompt.ids().length - 1,
            (_, logits) -> System.arraycopy(logits, 0, row, 0, row.length),
            cancellation);
    return new LiveState.Watched(
        Distribution.of(prompt.before(), 1), Distribution.of(Logits.owning(row), 1));
  }

  private void tell() {
    int done = tuning.steps().done();
    int all = tuning.steps().steps();
    int here = done - doneBefore;
    double left = here == 0 ? Double.NaN : nanos / 1e9 / here * (all - done);
    listener.stepped(new LiveState(curves(), done, all, left, seen));
  }

  LiveState.Curves curves() {
    return new LiveState.Curves(
        tuning.steps().trainLoss(), tuning.steps().heldOutLoss(), accuracy, otherLoss);
  }

  /// Evaluates the test part with the weights as they are.
  Evaluation judge(Cancellation cancellation) {
    return evaluate(wish.data().test(), cancellation);
  }

  private Evaluation evaluate(List<Pair> pairs, Cancellation cancellation) {
    return tuning.evaluate(wish.setup(), pairs, wish.data().name(), new Judging(), cancellation);
  }

  /// Tells how far an evaluation is.
  private final class Judging implements EvaluationListener {

    @Override
    public void measured(EvaluationProgress soFar) {
      listener.working(
          new TuningProgress(Phase.JUDGING, soFar.done(), soFar.total(), soFar.seconds()));
    }

    /// Never called: failures are thrown here.
    @Override
    public void failed(String reason) {
      throw new IllegalStateException(reason);
    }
  }
}
