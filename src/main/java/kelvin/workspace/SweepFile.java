package kelvin.workspace;

import java.nio.file.Path;
import kelvin.prompt.sweep.SweepResult;
import kelvin.workspace.file.Fields;
import kelvin.workspace.file.JsonFile;
import kelvin.workspace.file.JsonLimits;
import kelvin.workspace.file.WorkspaceException;

/// Reads and writes a sweep as JSON. `kelvin sweep --json` and the window write it; `kelvin render`
/// reads it.
public final class SweepFile {

  private SweepFile() {}

  /// Writes the document on one line.
  public static String text(SweepResult result) {
    return SweepText.of(result);
  }

  /// @throws WorkspaceException when the file is not a complete sweep
  public static SweepResult read(Path file) throws WorkspaceException {
    return JsonFile.read(
        file,
        JsonLimits.SESSION,
        document -> SweepFields.read(Fields.of(document)),
        "Make it anew with kelvin sweep … --json.");
  }
}
