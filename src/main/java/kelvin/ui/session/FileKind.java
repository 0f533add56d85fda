package kelvin.ui.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kelvin.inference.record.RecordFile;
import kelvin.ui.control.Numbers;
import kelvin.workspace.Session;
import kelvin.workspace.SessionFile;
import kelvin.workspace.certificate.CertificateFile;

/// The kinds of files that hold work, by the ending of the file's name.
public enum FileKind {
  SESSION(SessionFile.ENDING),
  RECORD(RecordFile.ENDING),
  CERTIFICATE(CertificateFile.ENDING),
  /// Anything else, such as the folder of a model.
  OTHER("");

  /// The kinds that the window opens.
  static final List<FileKind> WITH_WORK = List.of(SESSION, RECORD, CERTIFICATE);

  private final String ending;

  FileKind(String ending) {
    this.ending = ending;
  }

  /// The ending of the names of such files.
  public String ending() {
    return ending;
  }

  public static FileKind of(Path path) {
    var name = path.toString().toLowerCase(Locale.ROOT);
    for (var kind : values()) {
      if (name.endsWith(kind.ending)) {
        return kind;
      }
    }
    return OTHER;
  }

  /// The sentence that says what was opened; empty for a session.
  static Optional<String> notice(Path file, Session session) {
    return of(file) == RECORD
        ? session
            .model()
            .map(
                model ->
                    "This is the %s: %s, each with all logits in half precision. No model runs;"
                            .formatted(
                                model.name(),
                                Numbers.tokens(session.work().continuation().tokens().size()))
                        + " the sampling can be changed. Open a model to go on from here.")
        : Optional.empty();
  }

  /// The name of a file without its folder, and without the ending of a session.
  static String nameOf(Path path) {
    var name = path.getFileName() == null ? path.toString() : path.getFileName().toString();
    return name.endsWith(SESSION.ending)
        ? name.substring(0, name.length() - SESSION.ending.length())
        : name;
  }
}
