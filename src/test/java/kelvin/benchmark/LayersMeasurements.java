package kelvin.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kelvin.benchmark.Gpt2Folders.Precision;
import kelvin.catalog.ModelFolderReader;
import kelvin.inference.Cancellation;
import kelvin.inference.GradientRuns;
import kelvin.inference.InnerRuns;
import kelvin.inference.LanguageModel;
import kelvin.inference.ModelInside;
import kelvin.onnx.OnnxModelLoader;

/// Measures the logits of all layers of a GPT-2-sized model against one pass, and the memory of the
/// copies that show its inside.
public final class LayersMeasurements {

  private static final int ROUNDS = 15;
  private static final int[] LENGTHS = {16, 128};

  private LayersMeasurements() {}

  /// @param arguments the folder for the model, which is written if it is missing
  public static void main(String[] arguments) throws Exception {
    var folders = new Gpt2Folders(Path.of(arguments[0]));
    folders.write();
    for (var precision : Precision.values()) {
      var folder = new ModelFolderReader().read(folders.folder(precision));
      try (var model = new OnnxModelLoader(2).load(folder, new int[] {10, 20, 30, 40})) {
        memories(precision, model.inside().orElseThrow());
        if (precision == Precision.FP32) {
          try (var runs = model.inside().orElseThrow().openLayers()) {
            times(model, runs);
          }
        }
      }
    }
  }

  /// A copy of the model that is open.
  ///
  /// @param run runs a context
  private record Opened(Consumer<int[]> run, Runnable onClose) implements AutoCloseable {

    static Opened of(InnerRuns runs) {
      return new Opened(ids -> runs.run(ids, new Cancellation()), runs::close);
    }

    static Opened of(GradientRuns runs) {
      return new Opened(ids -> runs.run(ids, 0, new Cancellation()), runs::close);
    }

    @Override
    public void close() {
      onClose.run();
    }
  }

  private static void memories(Precision precision, ModelInside inside) throws IOException {
    memory(precision + " features", inside.memory(), () -> Opened.of(inside.openFeatures()));
    memory(precision + " attention", inside.memory(), () -> Opened.of(inside.openAttention()));
    memory(precision + " layers", inside.memory(), () -> Opened.of(inside.openLayers()));
    if (precision == Precision.FP32 || precision == Precision.FP16) {
      memory(
          precision + " gradients",
          inside.memoryOfGradients(),
          () -> Opened.of(inside.openGradients()));
    }
  }

  /// Prints what a copy takes when it is open, and after a run of each length.
  private static void memory(String part, long estimate, Supplier<Opened> opening)
      throws IOException {
    System.gc();
    long before = ownMegabytes();
    long start = System.nanoTime();
    var random = new Random(42);
    try (var runs = opening.get()) {
      double opened = Contender.since(start);
      System.gc();
      var line = new StringBuilder();
      line.append(String.format("| %s | %d MB", part, estimate / 1_000_000));
      line.append(String.format(" | %d MB", ownMegabytes() - before));
      for (int length : LENGTHS) {
        runs.run().accept(random.ints(length, 1, 50_000).toArray());
        System.gc();
        line.append(String.format(" | %d MB", ownMegabytes() - before));
      }
      ModelMeasurements.print("%s | opened in %.0f ms |", line, opened);
    }
  }

  private static void times(LanguageModel model, InnerRuns runs) {
    var random = new Random(42);
    for (int length : LENGTHS) {
      var pass = new Samples();
      var layers = new Samples();
      for (int round = 0; round < ROUNDS; round++) {
        // Other tokens in each round, so that no cache saves a run.
        var ids = random.ints(length, 1, 50_000).toArray();
        long from = System.nanoTime();
        model.run(ids, length - 1, (_, _) -> {}, new Cancellation());
        pass.add(Contender.since(from));
        from = System.nanoTime();
        runs.run(ids, new Cancellation());
        layers.add(Contender.since(from));
      }
      ModelMeasurements.print(
          "| %d tokens | %.0f ms | %.0f ms |", length, pass.median(), layers.median());
    }
  }

  /// Memory that no file backs, in 10⁶ bytes; 0 if the system does not report it. Give the heap a
  /// fixed size (`-Xms -Xmx -XX:+AlwaysPreTouch`), because it counts too.
  private static long ownMegabytes() throws IOException {
    var status = Path.of("/proc/self/status");
    return Files.exists(status)
        ? Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("RssAnon:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1_000_000)
            .sum()
        : 0;
  }
}
