package kelvin.engine.tuning;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kelvin.engine.tuning.TuningResult.End;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.TrainingRuns;
import kelvin.inference.training.TrainedWeight;
import kelvin.inference.training.TrainingText;
import kelvin.text.Reason;

/// Trains the weights of a model on texts, one step of the optimiser a call.
///
/// After each epoch the loss of the held-out part decides whether the weights are the best so far.
/// At the end, and when the training diverges, the best ones are put back. The same texts, settings
/// and threads give the same weights, also after a kill.
public final class TextTuning {

  /// A loss that is this many nats above the first one does not come back.
  private static final double LOST = 10;

  private final TrainingRuns runs;
  private final Texts texts;
  private final TuningSettings settings;
  private final Optional<Checkpoint> checkpoint;
  private final Trainee trainee;
  private final StepGradients gradients;
  private final Adam adam;
  private final Copies best;
  private final Schedule schedule;
  private final LossCurve curve = new LossCurve();
  private final EpochLoss epochLoss = new EpochLoss();
  private List<List<TrainingText>> left = List.of();
  private int epoch;
  private long nanos;

  /// The start of the step that runs now, or 0.
  private long begin;

  private Optional<End> end = Optional.empty();
  private Optional<String> trouble = Optional.empty();

  /// The texts of a training.
  ///
  /// @param train at least one
  /// @param heldOut to judge each epoch by; may be empty
  public record Texts(List<TrainingText> train, List<TrainingText> heldOut) {

    public Texts {
      train = List.copyOf(train);
      heldOut = List.copyOf(heldOut);
    }
  }

  /// Begins, or goes on from a checkpoint of the same training.
  ///
  /// @throws InferenceException if there is a checkpoint that cannot be used
  public TextTuning(
      TrainingRuns runs, Texts texts, TuningSettings settings, Optional<Checkpoint> checkpoint) {
    this(runs, texts, settings, Optional.empty(), checkpoint);
  }

  /// The same with a head, which begins as the runs have it.
  ///
  /// @param head empty if there is none
  public TextTuning(
      TrainingRuns runs,
      Texts texts,
      TuningSettings settings,
      Optional<HeadSpace> head,
      Optional<Checkpoint> checkpoint) {
    this.runs = runs;
    this.texts = texts;
    this.settings = settings;
    this.checkpoint = checkpoint;
    trainee = Trainee.of(runs.weights(), settings.rank(), settings.seed(), head);
    gradients = new StepGradients(runs, settings.together());
    adam = new Adam(trainee.parameters(), settings.decay());
    best = new Copies(trainee.values());
    schedule = Schedule.of(settings, steps());
    resume();
  }

  /// The number of all steps.
  public int steps() {
    return settings.epochs() * stepsOfEpoch();
  }

  private int stepsOfEpoch() {
    return (texts.train().size() + settings.batch() - 1) / settings.batch();
  }

  public int done() {
    return adam.steps();
  }

  private void resume() {
    if (checkpoint.isEmpty() || !checkpoint.get().exists()) {
      return;
    }
    try {
      var state = checkpoint.get().read(numbers());
      epoch = state.epoch();
      adam.resume(state.steps());
      nanos = state.nanos();
      curve.resume(state.train(), state.heldOut(), state.best());
    } catch (IOException e) {
      throw new InferenceException(
          "A training with the same target was begun and cannot go on: "
              + checkpoint.get().file()
              + ": "
              + Reason.of(e)
              + ". Remove this file to begin anew, or choose another target.",
          e);
    }
    trainee.giveValues();
    runs.changed();
    stopIfDone();
  }

  /// Everything that an epoch changes.
  private List<FloatBuffer> numbers() {
    var numbers = new ArrayList<>(trainee.values());
    numbers.addAll(adam.state());
    numbers.addAll(best.numbers());
    return numbers;
  }

  /// The number of epochs that are done.
  public int epochs() {
    return epoch;
  }

  /// Does the next step; the last one of an epoch also judges it.
  ///
  /// @return whether there is more to do
  /// @throws kelvin.inference.CancelledException if cancelled; the next call does the step again
  public boolean step(Cancellation cancellation) {
    if (end.isPresent()) {
      return false;
    }
    begin = System.nanoTime();
    try {
      if (curve.train.isEmpty()) {
        curve.add(
            gradients.loss(texts.train(), cancellation),
            gradients.loss(texts.heldOut(), cancellation));
      }
      if (left.isEmpty() && !epochLoss.isFull()) {
        left = LengthBatches.of(texts.train(), settings.batch(), settings.seed(), epoch);
      }
      learn(cancellation);
      return end.isEmpty();
    } finally {
      nanos = nanosSoFar();
      begin = 0;
    }
  }

  private long nanosSoFar() {
    return nanos + (begin == 0 ? 0 : System.nanoTime() - begin);
  }

  private void learn(Cancellation cancellation) {
    if (!left.isEmpty()) {
      var batch = left.getFirst();
      double loss = gradients.of(batch, cancellation);
      int tokens = StepGradients.learned(batch);
      trainee.takeGradients();
      var slopes = trainee.parameters().stream().map(Parameter::gradient).toList();
      double length = Gradients.length(slopes);
      if (isLost(loss / tokens) || !Double.isFinite(length)) {
        diverge(loss / tokens);
        return;
      }
      adam.step(schedule.at(adam.steps()), Math.min(1, settings.clip() / length));
      trainee.giveValues();
      runs.changed();
      left = left.subList(1, left.size());
      epochLoss.add(loss, tokens, left.isEmpty());
    }
    if (left.isEmpty()) {
      judge(gradients.loss(texts.heldOut(), cancellation));
    }
  }

  /// Ends the training before its time and puts the best weights back. Does nothing after its end.
  public void stop() {
    if (end.isEmpty()) {
      finish(End.STOPPED);
    }
  }

  /// The losses so far, as in `TuningResult`.
  public List<Double> trainLoss() {
    return List.copyOf(curve.train);
  }

  /// The held-out losses so far, as in `TuningResult`.
  public List<Double> heldOutLoss() {
    return List.copyOf(curve.heldOut);
  }

  private boolean isLost(double loss) {
    return !(loss < curve.train.getFirst() + LOST);
  }

  /// Ends an epoch.
  private void judge(double heldOut) {
    if (!texts.heldOut().isEmpty() && isLost(heldOut)) {
      diverge(heldOut);
      return;
    }
    epoch++;
    if (curve.add(epochLoss.take(), heldOut)) {
      best.keep();
    }
    save();
    stopIfDone();
  }

  private void stopIfDone() {
    if (curve.since() >= settings.patience()) {
      finish(End.EARLY);
    } else if (epoch >= settings.epochs()) {
      finish(End.ALL_EPOCHS);
    }
  }

  private void save() {
    if (checkpoint.isPresent()) {
      try {
        checkpoint
            .get()
            .write(
                new Checkpoint.State(
                    epoch, adam.steps(), nanosSoFar(), curve.train, curve.heldOut, curve.best()),
                numbers());
      } catch (IOException e) {
        throw new InferenceException(
            "The state of the training cannot be kept in "
                + checkpoint.get().file()
                + ": "
                + Reason.of(e)
                + ". Make room there or choose another folder.",
            e);
      }
    }
  }

  private void diverge(double loss) {
    var fault = Gradients.fault(runs.weights().stream().map(TrainedWeight::gradient).toList());
    trouble =
        Optional.of(
            String.format(
                Locale.ROOT,
                "It diverged in step %,d, with a loss of %s nats%s. The best weights are kept, those"
                    + " %s. Try a lower learning rate than %s.",
                adam.steps() + 1,
                Double.isFinite(loss) ? String.format(Locale.ROOT, "%.1f", loss) : "no number of",
                fault
                    .map(at -> ": the gradient is no number at " + runs.weights().get(at).place())
                    .orElse(""),
                curve.best() == 0 ? "before the training" : "after epoch " + curve.best(),
                settings.rate()));
    finish(End.DIVERGED);
  }

  private void finish(End reason) {
    end = Optional.of(reason);
    best.restore();
    trainee.giveValues();
    runs.changed();
  }

  /// The result of the training.
  ///
  /// @throws IllegalStateException before its end
  public TuningResult result() {
    return new TuningResult(
        adam.steps(),
        curve.train,
        curve.heldOut,
        curve.best(),
        nanos / 1e9,
        trainee.count(),
        end.orElseThrow(() -> new IllegalStateException("the training goes on")),
        trouble);
  }
}
