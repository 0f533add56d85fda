package kelvin.workspace.evaluation;

import java.nio.file.Path;
import java.util.Optional;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.evaluation.Fits;
import kelvin.workspace.file.Fields;
import kelvin.workspace.file.JsonFile;
import kelvin.workspace.file.JsonLimits;
import kelvin.workspace.file.WorkspaceException;

/// Reads and writes an evaluation as JSON, as `kelvin evaluate --json` writes it.
public final class EvaluationFile {

  /// 100,000 items with six labels take 50 MB and two million values.
  private static final JsonLimits LIMITS = new JsonLimits(512L << 20, 16, 20_000_000, 40);

  private EvaluationFile() {}

  /// Writes the document on one line.
  public static String text(Evaluation evaluation) {
    return EvaluationText.of(evaluation, Optional.empty());
  }

  /// Writes the document with what was fitted on the train part. A reader leaves that out.
  public static String text(Evaluation evaluation, Fits fits) {
    return EvaluationText.of(evaluation, Optional.of(fits));
  }

  /// @throws WorkspaceException when the file is not a complete evaluation
  public static Evaluation read(Path file) throws WorkspaceException {
    return JsonFile.read(
        file,
        LIMITS,
        document -> EvaluationFields.read(Fields.of(document)),
        "Make it anew with kelvin evaluate … --json.");
  }
}
