package kelvin.benchmark;

import java.nio.file.Path;
import kelvin.benchmark.Gpt2Folders.Precision;
import kelvin.catalog.ModelFolderReader;
import kelvin.inference.Cancellation;
import kelvin.inference.IdsOnly;
import kelvin.inference.LoadedModel;
import kelvin.inference.ProofResult;
import kelvin.onnx.OnnxModelLoader;
import kelvin.proof.LengthProof;

/// Measures the cost of the proof at length: the whole of it, and its longest part, which begins
/// anew after a request.
final class ProofMeasurements {

  private static final int THREADS = 2;
  private static final int ROUNDS = Math.ceilDiv(ModelMeasurements.ROUNDS, 3);
  private static final int[] PROBE_IDS = {40, 80, 120, 160};

  private final Gpt2Folders folders;

  ProofMeasurements(Gpt2Folders folders) {
    this.folders = folders;
  }

  void run() throws Exception {
    ModelMeasurements.print("%n| Model | Proved to | Parts | Whole proof | Longest part |");
    ModelMeasurements.print("| --- | ---: | ---: | ---: | ---: |");
    var home = Path.of(System.getProperty("kelvin.home", "."));
    measure("bundled", home.resolve("models/kelvin-tiny"));
    for (var precision : Precision.values()) {
      measure("GPT-2’s size, " + precision, folders.folder(precision));
    }
  }

  private static void measure(String name, Path folder) throws Exception {
    var whole = new Samples();
    var longest = new Samples();
    int parts = 0;
    ProofResult result = null;
    for (int round = 0; round < ROUNDS; round++) {
      var found = new ModelFolderReader().read(folder);
      try (var model = new OnnxModelLoader(THREADS).load(found, PROBE_IDS)) {
        var loaded = new LoadedModel(model, new IdsOnly(model.descriptor().logitCount()));
        var proof = LengthProof.of(loaded).orElseThrow();
        double sum = 0;
        double most = 0;
        parts = 0;
        boolean more = true;
        while (more) {
          long start = System.nanoTime();
          more = proof.runNext(new Cancellation());
          double seconds = (System.nanoTime() - start) / 1e9;
          sum += seconds;
          most = Math.max(most, seconds);
          parts++;
        }
        whole.add(sum);
        longest.add(most);
        result = proof.result().orElseThrow();
      }
    }
    ModelMeasurements.print(
        "| %s | %s | %d | %.1f s | %.2f s |",
        name,
        result == null || result.fault().isPresent()
            ? String.valueOf(result)
            : result.length() + " tokens",
        parts,
        whole.median(),
        longest.median());
  }
}
