package kelvin.cli.option;

import java.nio.file.Path;
import kelvin.cli.environment.CliEnvironment;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--model`: the folder of the model.
public final class ModelOption {

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description =
          "A folder with an ONNX export of a causal language model. Default: the bundled one.")
  private @Nullable Path folder;

  public boolean isGiven() {
    return folder != null;
  }

  public LoadedModel open(CliEnvironment environment) throws ModelLoadException {
    return environment
        .models()
        .load(folder == null ? environment.bundledModel() : folder, environment.cancellation());
  }
}
