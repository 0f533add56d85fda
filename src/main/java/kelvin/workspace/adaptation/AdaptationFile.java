package kelvin.workspace.adaptation;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import kelvin.experiment.adapt.Adaptation;
import kelvin.text.json.Json;
import kelvin.workspace.file.JsonFile;
import kelvin.workspace.file.JsonLimits;
import kelvin.workspace.file.JsonText;
import kelvin.workspace.file.WorkspaceException;

/// Reads and writes a comparison as JSON, as `kelvin adapt --json` writes it.
public final class AdaptationFile {

  /// Each point has its prompt: ten thousand of them take 100 MB.
  private static final JsonLimits LIMITS = new JsonLimits(256L << 20, 16, 10_000_000, 40);

  private AdaptationFile() {}

  /// Writes the document on one line. Numbers are unrounded; one that does not exist is null.
  public static String text(Adaptation adaptation) {
    var text = new StringWriter();
    try {
      AdaptationText.write(adaptation, new Json(new PrintWriter(text)));
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes any text", e);
    }
    return JsonText.escaped(text.toString());
  }

  /// @throws WorkspaceException when the file is not a complete comparison
  public static Adaptation read(Path file) throws WorkspaceException {
    return JsonFile.read(
        file, LIMITS, AdaptationFields::read, "Make it anew with kelvin adapt … --json.");
  }
}
