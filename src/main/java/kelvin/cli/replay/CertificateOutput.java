package kelvin.cli.replay;

import java.nio.file.Path;
import java.util.Optional;
import kelvin.cli.environment.FileProblem;
import kelvin.cli.option.Prompt;
import kelvin.cli.option.StartTokenOption;
import kelvin.engine.certificate.Certificate;
import kelvin.inference.StartToken;
import kelvin.workspace.certificate.CertificateFile;
import kelvin.workspace.file.WorkspaceException;

/// Certificates as files that a command reads or writes.
public final class CertificateOutput {

  private CertificateOutput() {}

  public static void write(Path file, Certificate certificate) {
    try {
      CertificateFile.write(file, certificate);
    } catch (WorkspaceException e) {
      throw new FileProblem(file.toString(), e);
    }
  }

  static CertificateFile.Opened read(Path file) {
    try {
      return CertificateFile.read(file);
    } catch (WorkspaceException e) {
      throw new FileProblem(file.toString(), e);
    }
  }

  /// The text of a prompt, as a certificate has it; token ids have none.
  public static Optional<Certificate.PromptText> text(Prompt prompt, StartTokenOption startToken) {
    return switch (prompt) {
      case Prompt.Text(var text) ->
          Optional.of(new Certificate.PromptText(text, startToken.choice()));
      case Prompt.Rendered(var text) ->
          Optional.of(new Certificate.PromptText(text, StartToken.NEVER));
      case Prompt.Ids _ -> Optional.empty();
    };
  }
}
