package kelvin.cli;

import java.nio.file.Path;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which model to use.
final class ModelOption {

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description =
          "A folder with an ONNX export of a causal language model. Default: the bundled one.")
  private @Nullable Path folder;

  boolean isGiven() {
    return folder != null;
  }

  LoadedModel open(CliEnvironment environment) throws ModelLoadException {
    return environment
        .models()
        .load(folder == null ? environment.bundledModel() : folder, environment.cancellation());
  }
}
