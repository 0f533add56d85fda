package kelvin.cli.option;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import kelvin.cli.environment.FileProblem;
import kelvin.prompt.sweep.SweepResult;
import kelvin.workspace.SweepFile;
import kelvin.workspace.file.WorkspaceException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The source of a figure: a prompt, or the file of a sweep.
public final class RenderSource extends PromptSource {

  @Option(
      names = "--sweep",
      paramLabel = "FILE",
      description =
          "A sweep as kelvin sweep --json or the window's lab wrote it, instead of a prompt. It is"
              + " drawn as it was measured: only --size, --scale and --theme change its look.")
  private @Nullable String sweep;

  public boolean isSweep() {
    return sweep != null;
  }

  public SweepResult readSweep() {
    var name = sweep == null ? "" : sweep;
    try {
      return SweepFile.read(Path.of(name));
    } catch (WorkspaceException e) {
      throw new FileProblem(name, e);
    } catch (InvalidPathException _) {
      throw new FileProblem(name, "this is no name of a file");
    }
  }
}
