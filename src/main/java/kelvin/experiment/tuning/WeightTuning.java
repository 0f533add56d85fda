package kelvin.experiment.tuning;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import kelvin.engine.inside.Features;
import kelvin.engine.tuning.Checkpoint;
import kelvin.engine.tuning.TextTuning;
import kelvin.engine.tuning.TuningResult;
import kelvin.engine.tuning.TuningSettings;
import kelvin.experiment.data.Pair;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.evaluation.EvaluationListener;
import kelvin.experiment.evaluation.EvaluationSetup;
import kelvin.experiment.evaluation.EvaluationWork;
import kelvin.experiment.tuning.TuningProgress.Phase;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.inference.TrainingRuns;
import kelvin.inference.training.TrainingText;
import kelvin.inference.training.WeightChoice;

/// Trains weights of a model on the answers of a train part. The model that plays stays as it is:
/// what is trained are copies of it, which this owns.
public final class WeightTuning implements AutoCloseable {

  /// Batches whose losses differ more from those of single runs are not used.
  private static final double SAME = 1e-3;

  private final LoadedModel loaded;
  private final TrainingRuns runs;
  private final TextTuning tuning;
  private final Optional<Checkpoint> state;
  private final List<Pair> stopping;

  private WeightTuning(
      LoadedModel loaded,
      TrainingRuns runs,
      TextTuning tuning,
      Optional<Checkpoint> state,
      List<Pair> stopping) {
    this.loaded = loaded;
    this.runs = runs;
    this.tuning = tuning;
    this.state = state;
    this.stopping = List.copyOf(stopping);
  }

  /// The memory that a training takes, in bytes, at most: two copies of the model, and for each
  /// number that is learned its value, gradient, two means and the best value.
  public static long memory(LoadedModel loaded) {
    long numbers = loaded.descriptor().parameterCount() * Float.BYTES;
    return 2 * Features.insideOf(loaded).memory() + 5 * numbers;
  }

  /// Opens the copies and begins, or goes on from a checkpoint.
  ///
  /// @param checkpoint the file for the state after each epoch; empty to keep none
  /// @throws InferenceException if the weights cannot be trained; the message says why
  public static WeightTuning open(
      EvaluationSetup setup,
      TuningData data,
      WeightChoice choice,
      TuningSettings settings,
      Optional<Path> checkpoint,
      LoadedModel loaded,
      TuningProgress.Listener listener,
      Cancellation cancellation) {
    var parts = TrainParts.of(data.train(), settings.seed());
    var learned = AnswerTexts.of(setup, parts.learned(), loaded, listener, cancellation);
    var stopping = AnswerTexts.of(setup, parts.stopping(), loaded, listener, cancellation);
    if (learned.isEmpty()) {
      throw new InferenceException("No input of the train part fits the model's context.");
    }
    var runs = Features.insideOf(loaded).openTraining(choice);
    boolean complete = false;
    try {
      boolean together = areBatchesEqual(runs, learned, settings.together(), cancellation);
      var used = together ? settings : settings.oneByOne();
      var texts = new TextTuning.Texts(learned, stopping);
      var state =
          checkpoint.map(file -> new Checkpoint(file, fingerprint(runs, texts, choice, used)));
      var tuning = new TextTuning(runs, texts, used, state);
      complete = true;
      return new WeightTuning(loaded, runs, tuning, state, parts.stopping());
    } finally {
      if (!complete) {
        runs.close();
      }
    }
  }

  /// Returns whether texts that are run together have the losses of single runs.
  static boolean areBatchesEqual(
      TrainingRuns runs, List<TrainingText> texts, int count, Cancellation cancellation) {
    var some = texts.subList(0, Math.min(count, texts.size()));
    if (!runs.takesBatches() || some.size() < 2) {
      return runs.takesBatches();
    }
    var joint = runs.losses(some, cancellation);
    for (int i = 0; i < some.size(); i++) {
      var alone = runs.losses(List.of(some.get(i)), cancellation);
      if (!(Math.abs(joint[i] - alone[0]) < SAME * Math.max(1, alone[0]))) {
        return false;
      }
    }
    return true;
  }

  /// Everything that decides the weights, in short.
  private static String fingerprint(
      TrainingRuns runs, TextTuning.Texts texts, WeightChoice choice, TuningSettings settings) {
    var digest = sha256();
    digest.update((choice + " " + settings).getBytes(StandardCharsets.UTF_8));
    for (var part : List.of(texts.train(), texts.heldOut())) {
      for (var text : part) {
        digest.update(
            (text.from() + " " + Arrays.toString(text.ids())).getBytes(StandardCharsets.UTF_8));
      }
      digest.update((byte) '\n');
    }
    for (var weight : runs.weights()) {
      digest.update(weight.name().getBytes(StandardCharsets.UTF_8));
      var bytes = ByteBuffer.allocate(weight.size() * Float.BYTES);
      bytes.asFloatBuffer().put(0, weight.values(), 0, weight.size());
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Removes the state that is kept for a kill, once the result is safe.
  public void forgetState() throws IOException {
    if (state.isPresent()) {
      state.get().remove();
    }
  }

  /// The number of epochs that are done, also those before a kill.
  public int epochs() {
    return tuning.epochs();
  }

  /// Trains to the end.
  ///
  /// @throws kelvin.inference.CancelledException if cancelled; what was learned since the last
  ///     epoch is lost
  public TuningResult train(TuningProgress.Listener listener, Cancellation cancellation) {
    int before = tuning.done();
    var telling = new Telling(listener, Phase.STEPS, tuning.steps() - before);
    while (tuning.step(cancellation)) {
      cancellation.throwIfCancelled();
      telling.upTo(tuning.done() - before);
    }
    return tuning.result();
  }

  /// The training, to do it step by step.
  public TextTuning steps() {
    return tuning;
  }

  /// The part of the train part that is not learned and says when to stop; may be empty.
  public List<Pair> stopping() {
    return stopping;
  }

  /// Evaluates a test part with the weights as they are now, by the labels' probabilities.
  public Evaluation evaluate(
      EvaluationSetup setup,
      TuningData data,
      EvaluationListener listener,
      Cancellation cancellation) {
    return evaluate(setup, data.test(), data.name(), listener, cancellation);
  }

  /// Evaluates pairs with the weights as they are now, by the labels' probabilities.
  ///
  /// @param name of the data set
  public Evaluation evaluate(
      EvaluationSetup setup,
      List<Pair> pairs,
      String name,
      EvaluationListener listener,
      Cancellation cancellation) {
    var tuned = new LoadedModel(runs.model(), loaded.tokenizer()).cancelledBy(cancellation);
    var work = new EvaluationWork(setup, pairs, listener);
    var evaluation = EvaluationWork.run(work, name, tuned, cancellation);
    cancellation.throwIfCancelled();
    return evaluation;
  }

  /// The copies with the trained weights.
  public TrainingRuns runs() {
    return runs;
  }

  @Override
  public void close() {
    runs.close();
  }
}
