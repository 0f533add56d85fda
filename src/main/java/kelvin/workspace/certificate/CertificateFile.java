package kelvin.workspace.certificate;

import java.nio.file.Path;
import kelvin.engine.certificate.Certificate;
import kelvin.workspace.file.FileStamp;
import kelvin.workspace.file.JsonFile;
import kelvin.workspace.file.JsonLimits;
import kelvin.workspace.file.SafeFile;
import kelvin.workspace.file.WorkspaceException;

/// Reads and writes a certificate as JSON.
public final class CertificateFile {

  /// The usual ending of the names of such files.
  public static final String ENDING = ".kelvin-certificate";

  private CertificateFile() {}

  /// @param isAsWritten false if one bit of the file is another one than when it was written
  public record Opened(Certificate certificate, boolean isAsWritten) {}

  /// @throws WorkspaceException when the file is not a complete certificate of a known version
  public static Opened read(Path file) throws WorkspaceException {
    var read =
        JsonFile.readStamped(
            file,
            JsonLimits.SESSION,
            CertificateFormat::read,
            "Make it anew with kelvin generate … --certificate.");
    var stamp = FileStamp.of(CertificateFormat.bytes(read.value()));
    return new Opened(read.value(), stamp.equals(read.stamp()));
  }

  /// Writes the complete file or changes nothing.
  ///
  /// @throws WorkspaceException when it cannot be written; an older file stays unchanged
  public static void write(Path file, Certificate certificate) throws WorkspaceException {
    new SafeFile().replace(file, CertificateFormat.bytes(certificate));
  }
}
