package kelvin.workspace.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kelvin.text.Reason;
import kelvin.workspace.file.AsideFile;
import kelvin.workspace.file.JsonFile;
import kelvin.workspace.file.JsonLimits;
import kelvin.workspace.file.JsonText;
import kelvin.workspace.file.NewerVersionException;
import kelvin.workspace.file.PrivateFiles;
import kelvin.workspace.file.SafeFile;
import kelvin.workspace.file.WorkspaceException;

/// Reads and writes the settings file. A damaged file never stops the start; it is renamed and
/// kept.
public final class SettingsFile {

  private final Path file;
  private final boolean mayWrite;

  /// The settings that were read.
  ///
  /// @param file the file that changes are saved in
  /// @param problem a sentence for the user if something is wrong
  public record Opened(SettingsFile file, Settings settings, Optional<String> problem) {}

  private SettingsFile(Path file, boolean mayWrite) {
    this.file = file;
    this.mayWrite = mayWrite;
  }

  /// Reads the settings, or returns those of a first start.
  public static Opened open(Path file) {
    if (!Files.exists(file)) {
      return new Opened(new SettingsFile(file, true), Settings.FIRST, Optional.empty());
    }
    try {
      var settings =
          JsonFile.read(file, JsonLimits.SETTINGS, SettingsFormat::read, "It was kept aside.");
      return new Opened(new SettingsFile(file, true), settings, Optional.empty());
    } catch (WorkspaceException e) {
      boolean newer = e.getCause() instanceof NewerVersionException;
      var aside = newer ? Optional.<Path>empty() : keepAside(file);
      var what = "The settings were not read: " + file + ": " + e.reason();
      var then =
          aside
              .map(kept -> " Kelvin starts with its first settings; the old file is " + kept + ".")
              .orElse(" Kelvin starts with its first settings and leaves the file as it is.");
      return new Opened(
          new SettingsFile(file, aside.isPresent()), Settings.FIRST, Optional.of(what + then));
    }
  }

  private static Optional<Path> keepAside(Path file) {
    try {
      return Optional.of(AsideFile.move(file, file.getFileName().toString(), ".damaged"));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// Writes the complete settings or changes nothing. A file of a newer Kelvin is never
  /// overwritten.
  public void write(Settings settings) throws WorkspaceException {
    if (!mayWrite) {
      return;
    }
    try {
      PrivateFiles.createFolder(file.toAbsolutePath().resolveSibling(""));
    } catch (IOException e) {
      throw new WorkspaceException(
          file, "its folder cannot be made: " + Reason.of(e) + ".", "Check its rights.");
    }
    new SafeFile().replace(file, JsonText.bytes(SettingsFormat.write(settings)));
  }
}
