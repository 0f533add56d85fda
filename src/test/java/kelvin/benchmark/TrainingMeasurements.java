package kelvin.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kelvin.catalog.ModelFolderReader;
import kelvin.engine.tuning.TextTuning;
import kelvin.engine.tuning.TuningSettings;
import kelvin.inference.Cancellation;
import kelvin.inference.TrainingRuns;
import kelvin.inference.training.TrainingGoal;
import kelvin.inference.training.TrainingText;
import kelvin.inference.training.WeightChoice;
import kelvin.onnx.OnnxModelLoader;

/// Measures steps of a training of all weights of the bundled model: 8 texts of 64 tokens, all of
/// which are learned, or those from a place on. First it prints the lengths of their gradients, to
/// compare with PyTorch.
public final class TrainingMeasurements {

  private static final int TEXTS = 8;
  private static final int LENGTH = 64;
  private static final int ROUNDS = 15;
  private static final int WARM_UP = 3;

  private TrainingMeasurements() {}

  /// @param arguments the number of threads of the runtime, two without it; the place of the first
  ///     token that is learned in each text, 1 without it
  public static void main(String[] arguments) throws Exception {
    int threads = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2;
    int first = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
    open(
        threads,
        runs -> {
          gradients(runs, first);
          steps(runs, first);
        });
  }

  private static void open(int threads, Consumer<TrainingRuns> use) throws Exception {
    var folder =
        new ModelFolderReader()
            .read(Path.of(System.getProperty("kelvin.home", "."), "models", "kelvin-tiny"));
    try (var model = new OnnxModelLoader(threads).load(folder, new int[] {10, 20, 30, 40});
        var runs =
            model
                .inside()
                .orElseThrow()
                .openTraining(WeightChoice.ALL, new TrainingGoal.Tokens())) {
      use.accept(runs);
    }
  }

  /// Trains until the process ends, with as many threads of the runtime as the window uses.
  ///
  /// @param done hears of each step
  static void trainOn(Runnable done) throws Exception {
    open(
        Runtime.getRuntime().availableProcessors(),
        runs -> {
          var tuning = tuning(runs, 1, Integer.MAX_VALUE);
          while (true) {
            tuning.step(new Cancellation());
            done.run();
          }
        });
  }

  /// Texts that a few numbers make, the same in every language.
  private static List<TrainingText> texts(int count, int first) {
    var texts = new ArrayList<TrainingText>();
    for (int t = 0; t < count; t++) {
      var ids = new int[LENGTH];
      for (int i = 0; i < LENGTH; i++) {
        ids[i] = 1 + (t * 7919 + i * i * 31 + i * 17) % 4095;
      }
      texts.add(new TrainingText(ids, first));
    }
    return texts;
  }

  /// The lengths of some gradients of the mean loss, to compare.
  private static void gradients(TrainingRuns runs, int first) {
    double tokens = TEXTS * (double) (LENGTH - first);
    double loss = 0;
    for (double each : runs.gradients(texts(TEXTS, first), 1 / tokens, new Cancellation())) {
      loss += each / tokens;
    }
    ModelMeasurements.print("loss %.9f", loss);
    for (var weight : runs.weights()) {
      double square = 0;
      for (int i = 0; i < weight.size(); i++) {
        square += (double) weight.gradient().get(i) * weight.gradient().get(i);
      }
      ModelMeasurements.print("%s %.9g", weight.name(), Math.sqrt(square));
    }
  }

  private static TextTuning tuning(TrainingRuns runs, int first, int epochs) {
    var settings = new TuningSettings(epochs, 1e-5, 0.01, TEXTS, TEXTS, 1, 0, epochs, 0, 42);
    return new TextTuning(
        runs, new TextTuning.Texts(texts(TEXTS, first), List.of()), settings, Optional.empty());
  }

  private static void steps(TrainingRuns runs, int first) {
    var tuning = tuning(runs, first, WARM_UP + ROUNDS);
    var samples = new Samples();
    var processor = new Samples();
    for (int step = 0; step < WARM_UP + ROUNDS; step++) {
      long start = System.nanoTime();
      var before = processorTime();
      tuning.step(new Cancellation());
      if (step >= WARM_UP) {
        samples.add(Contender.since(start));
        processor.add((double) processorTime().minus(before).toMillis());
      }
    }
    ModelMeasurements.print(
        "A step of %d x %d tokens: %.0f ms, %.0f ms of processor time",
        TEXTS, LENGTH, samples.median(), processor.median());
  }

  /// The processor time of the whole process, which other work on the machine hardly changes.
  private static Duration processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
