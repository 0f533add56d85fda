package kelvin.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import kelvin.benchmark.Gpt2Folders.Precision;
import kelvin.catalog.ModelFolderReader;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;
import kelvin.onnx.OnnxModelLoader;

/// Measures the logits of all layers of a GPT-2-sized model against one pass, and the second copy
/// that they need.
public final class LayersMeasurements {

  private static final int ROUNDS = 15;
  private static final int[] LENGTHS = {16, 128};

  private LayersMeasurements() {}

  /// @param arguments the folder for the model, which is written if it is missing
  public static void main(String[] arguments) throws Exception {
    var folders = new Gpt2Folders(Path.of(arguments[0]));
    folders.write();
    var folder = new ModelFolderReader().read(folders.folder(Precision.FP32));
    try (var model = new OnnxModelLoader(2).load(folder, new int[] {10, 20, 30, 40})) {
      measure(model);
    }
  }

  private static void measure(LanguageModel model) throws IOException {
    System.gc();
    long before = ownMegabytes();
    long start = System.nanoTime();
    try (var runs = model.inside().orElseThrow().openLayers()) {
      ModelMeasurements.print("Second copy opened in %.0f ms", Contender.since(start));
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
      ModelMeasurements.print("Own memory of the copy: %d MB", ownMegabytes() - before);
    }
  }

  /// 0 if the system does not report it.
  private static long ownMegabytes() throws IOException {
    var status = Path.of("/proc/self/status");
    return Files.exists(status)
        ? Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("RssAnon:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1000)
            .sum()
        : 0;
  }
}
