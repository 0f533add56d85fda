package kelvin.cli.option;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.StandardStreams;
import kelvin.cli.environment.UsageException;
import kelvin.engine.inside.CopyMemory;
import kelvin.engine.inside.InsidePart;
import kelvin.inference.LoadPhase;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.inference.chat.ChatTemplates;
import kelvin.inference.server.ServerPlace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--model` and `--tokenizer`: the folder of the model, or the address of one on a server.
public final class ModelOption {

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description =
          "A folder with an ONNX export of a causal language model, or with --tokenizer the address"
              + " of one on a server, such as oip+http://host:8000/v2/models/NAME. Default: the"
              + " bundled one.")
  private @Nullable String model;

  @Option(
      names = "--tokenizer",
      paramLabel = "DIR",
      description = "The folder with the tokenizer of a model on a server.")
  private @Nullable Path tokenizer;

  public boolean isGiven() {
    return model != null;
  }

  /// Opens the model; Ctrl+C also ends the encoding of a long text.
  public LoadedModel open(CliEnvironment environment) throws ModelLoadException {
    return open(folder(environment), environment);
  }

  /// Opens a model that another option names.
  public static LoadedModel open(Path folder, CliEnvironment environment)
      throws ModelLoadException {
    return environment
        .models()
        .load(folder, environment.cancellation(), phase -> tell(phase, environment.streams()))
        .cancelledBy(environment.cancellation());
  }

  /// The folder of the model, or the file that stands for a model on a server.
  ///
  /// @throws UsageException if the address of a server has no tokenizer, or a folder has one
  public Path folder(CliEnvironment environment) throws ModelLoadException {
    boolean isAddress = model != null && ServerPlace.isAddress(model);
    if (isAddress && tokenizer == null) {
      throw new UsageException(
          "a model on a server needs --tokenizer DIR, the folder with its tokenizer.json");
    }
    if (!isAddress && tokenizer != null) {
      throw new UsageException(
          "--tokenizer belongs to a model on a server; give its address with --model");
    }
    if (model == null) {
      return environment.bundledModel();
    }
    return tokenizer == null
        ? path("--model", model)
        : environment.models().keepServer(new ServerPlace(model, tokenizer));
  }

  /// The folder or file that another option names, or the file that stands for a model on a server.
  ///
  /// @param tokenizer the folder of the tokenizer of a model on a server
  /// @throws UsageException if it is no name of a file
  public static Path place(String option, String named, Path tokenizer, CliEnvironment environment)
      throws ModelLoadException {
    return ServerPlace.isAddress(named)
        ? environment.models().keepServer(new ServerPlace(named, tokenizer))
        : path(option, named);
  }

  private static Path path(String option, String named) {
    try {
      return Path.of(named);
    } catch (InvalidPathException _) {
      throw new UsageException(option + ": '" + named + "' is no name of a file");
    }
  }

  /// The model's chat templates, for which the model is not opened.
  public ChatTemplates chatTemplates(CliEnvironment environment) throws ModelLoadException {
    return environment.models().chatTemplates(folder(environment));
  }

  /// Says how much memory a second copy of the model takes, before it is opened. Files and pipes
  /// get this line only if the machine has less.
  ///
  /// @param part that the copy gives
  public void tellMemory(LoadedModel loaded, InsidePart<?> part, CliEnvironment environment) {
    var streams = environment.streams();
    var memory = CopyMemory.of(loaded, part);
    boolean isRead = streams.messagesAreOnTerminal() || !memory.warning().isEmpty();
    if (isRead && loaded.model().inside().isPresent()) {
      streams
          .err()
          .println(
              "kelvin: a second copy of the model is opened, which takes "
                  + memory.words()
                  + " of memory."
                  + memory.warning());
      streams.err().flush();
    }
  }

  /// Explains the one phase that may take long. Files and pipes get no such lines.
  private static void tell(LoadPhase phase, StandardStreams streams) {
    if (phase == LoadPhase.PROOF && streams.messagesAreOnTerminal()) {
      streams
          .err()
          .println(
              "kelvin: this model is new. It is tested once, with up to 256 tokens; that takes"
                  + " seconds to minutes. Ctrl+C stops it.");
      streams.err().flush();
    }
  }
}
