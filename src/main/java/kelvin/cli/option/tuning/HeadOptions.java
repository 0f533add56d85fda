package kelvin.cli.option.tuning;

import java.util.Optional;
import kelvin.cli.environment.FileProblem;
import kelvin.inference.LoadedModel;
import kelvin.workspace.file.WorkspaceException;
import kelvin.workspace.tuning.HeadFile;
import kelvin.workspace.tuning.KeptHead;
import picocli.CommandLine.Option;

/// `--without-head`: whether a head in the model's folder is used.
public final class HeadOptions {

  @Option(
      names = "--without-head",
      description =
          "Compare by the probabilities of the labels' texts, also where the model's folder has a"
              + " head.")
  private boolean without;

  /// The head of the model; empty if it has none or if it is not wanted.
  public Optional<KeptHead> find(LoadedModel loaded) {
    if (without) {
      return Optional.empty();
    }
    var folder = loaded.descriptor().folder();
    try {
      return HeadFile.find(folder);
    } catch (WorkspaceException e) {
      throw new FileProblem(e.file().toString(), e);
    }
  }
}
