package kelvin.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import kelvin.catalog.ModelFolderReader;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;
import kelvin.inference.ModelLoadException;
import kelvin.onnx.OnnxModelLoader;

/// Runs a model through Kelvin's own port.
final class KelvinContender implements Contender {

  private final LanguageModel model;
  private int[] context = new int[0];

  KelvinContender(Path folder, int threads) throws ModelLoadException {
    var loader = new OnnxModelLoader(threads);
    model = loader.load(new ModelFolderReader().read(folder), new int[] {10, 20, 30, 40});
  }

  @Override
  public String name() {
    return "Kelvin";
  }

  LanguageModel model() {
    return model;
  }

  @Override
  public void prefill(int... ids) {
    // Starts at the first position, so that nothing from earlier runs is reused.
    context = ids.clone();
    model.run(context, 0, (_, _) -> {}, new Cancellation());
  }

  @Override
  public double steps(int... ids) {
    long start = System.nanoTime();
    for (int id : ids) {
      context = Arrays.copyOf(context, context.length + 1);
      context[context.length - 1] = id;
      model.run(context, context.length - 1, (_, _) -> {}, new Cancellation());
    }
    return Contender.since(start);
  }

  @Override
  public void close() {
    model.close();
  }
}
