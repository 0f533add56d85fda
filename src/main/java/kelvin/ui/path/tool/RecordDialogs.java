package kelvin.ui.path.tool;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import kelvin.inference.record.RecordFile;
import kelvin.workspace.certificate.CertificateFile;

/// Asks for files of records with the system's dialogs.
public final class RecordDialogs implements RecordFiles {

  private static final ExtensionFilter TRACES =
      new ExtensionFilter("Kelvin record", "*" + RecordFile.ENDING);
  private static final ExtensionFilter CERTIFICATES =
      new ExtensionFilter("Kelvin certificate", "*" + CertificateFile.ENDING);
  private static final ExtensionFilter ALL = new ExtensionFilter("All files", "*");

  private final Window window;

  public RecordDialogs(Window window) {
    this.window = window;
  }

  @Override
  public Optional<Path> ask(Wanted wanted, String name) {
    return switch (wanted) {
      case TRACE_TO_SAVE -> toSave("Save the path as a record", TRACES, name, RecordFile.ENDING);
      case CERTIFICATE_TO_SAVE ->
          toSave("Save a certificate", CERTIFICATES, name, CertificateFile.ENDING);
      case CERTIFICATE_TO_VERIFY -> {
        var chooser = chooser("Verify a certificate", CERTIFICATES, ALL);
        yield Optional.ofNullable(chooser.showOpenDialog(window)).map(file -> file.toPath());
      }
    };
  }

  private Optional<Path> toSave(String title, ExtensionFilter filter, String name, String ending) {
    var chooser = chooser(title, filter);
    chooser.setInitialFileName(name + ending);
    return Optional.ofNullable(chooser.showSaveDialog(window))
        .map(file -> file.toPath())
        .map(path -> withEnding(path, ending));
  }

  /// The dialogs of some desktops do not add the extension.
  private static Path withEnding(Path path, String ending) {
    var name = path.getFileName().toString();
    return name.toLowerCase(Locale.ROOT).endsWith(ending)
        ? path
        : path.resolveSibling(name + ending);
  }

  private static FileChooser chooser(String title, ExtensionFilter... filters) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().setAll(filters);
    return chooser;
  }
}
