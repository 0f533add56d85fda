package kelvin.cli.option;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import kelvin.cli.environment.FileProblem;
import kelvin.cli.environment.UsageException;
import kelvin.engine.inside.NamedToken;
import kelvin.experiment.adapt.Adaptation;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.inference.InferenceException;
import kelvin.prompt.sweep.SweepResult;
import kelvin.text.Vocabulary;
import kelvin.workspace.SweepFile;
import kelvin.workspace.adaptation.AdaptationFile;
import kelvin.workspace.evaluation.EvaluationFile;
import kelvin.workspace.file.WorkspaceException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The source of a figure: a prompt, the tokens of a map, or the file of a sweep, an evaluation or
/// a comparison.
public final class RenderSource extends PromptSource {

  @Option(
      names = "--sweep",
      paramLabel = "FILE",
      description =
          "A sweep as kelvin sweep --json or the window's lab wrote it, instead of a prompt. It is"
              + " drawn as it was measured: only --size, --scale and --theme change its look.")
  private @Nullable String sweep;

  @Option(
      names = "--evaluation",
      paramLabel = "FILE",
      description =
          "An evaluation as kelvin evaluate --json wrote it, instead of a prompt. It is drawn as it"
              + " was measured: only --plot, --size, --scale and --theme change its look.")
  private @Nullable String evaluation;

  @Option(
      names = "--adapt",
      paramLabel = "FILE",
      description =
          "A comparison as kelvin adapt --json wrote it, instead of a prompt. It is drawn as it was"
              + " measured: only --size, --scale and --theme change its look.")
  private @Nullable String adapt;

  @Option(
      names = "--tokens",
      paramLabel = "WORDS",
      description =
          "A map of these tokens by the first two principal components of their vectors, instead of a"
              + " prompt: words with spaces between them, each one token, with a space before it if"
              + " the model has one; a word in quotes is taken exactly. --matrix chooses the"
              + " vectors.")
  private @Nullable String tokens;

  public boolean isMap() {
    return tokens != null;
  }

  /// The ids of the tokens of a map, each once.
  ///
  /// @throws UsageException if a word is not one token
  public List<Integer> tokens(Vocabulary vocabulary) {
    try {
      var ids =
          NamedToken.idsIn(tokens == null ? "" : tokens, vocabulary).stream().distinct().toList();
      if (ids.isEmpty()) {
        throw new UsageException("--tokens: name at least one word");
      }
      return ids;
    } catch (InferenceException e) {
      throw new UsageException("--tokens: " + e.getMessage());
    }
  }

  public boolean isSweep() {
    return sweep != null;
  }

  public boolean isEvaluation() {
    return evaluation != null;
  }

  public boolean isAdaptation() {
    return adapt != null;
  }

  public Adaptation readAdaptation() {
    return read(adapt, AdaptationFile::read);
  }

  public SweepResult readSweep() {
    return read(sweep, SweepFile::read);
  }

  public Evaluation readEvaluation() {
    return read(evaluation, EvaluationFile::read);
  }

  private static <T> T read(@Nullable String given, Reader<T> reader) {
    var name = given == null ? "" : given;
    try {
      return reader.read(Path.of(name));
    } catch (WorkspaceException e) {
      throw new FileProblem(name, e);
    } catch (InvalidPathException _) {
      throw new FileProblem(name, "this is no name of a file");
    }
  }

  private interface Reader<T> {
    T read(Path file) throws WorkspaceException;
  }
}
