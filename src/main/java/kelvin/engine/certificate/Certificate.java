package kelvin.engine.certificate;

import java.util.List;
import java.util.Optional;
import kelvin.engine.Generation;
import kelvin.engine.replay.RecordedPath;
import kelvin.inference.StartToken;

/// All that a generated text came from: the hashes of the model and of each row of logits, the
/// tokens, the settings with the seed, and each draw. It is no signature: who changes it can make
/// it agree with itself, but not with the model.
///
/// @param maker the program and system that made it, for information
/// @param prompt the text of the prompt; empty if it was given as token ids
/// @param path the tokens before the text, the settings, and all steps; none was chosen by the user
/// @param rows the hash of the row of logits of each step
/// @param text of the generated tokens; special ones have none
public record Certificate(
    Maker maker,
    ModelIdentity model,
    Optional<PromptText> prompt,
    RecordedPath path,
    List<String> rows,
    String text,
    Generation.Stop stop) {

  /// @param program such as `kelvin 1.2.0 (commit abcdef)`
  /// @param system such as `Linux amd64, 8 processors`
  public record Maker(String program, String system) {

    /// The program on this machine.
    public static Maker here(String program) {
      return new Maker(
          program,
          System.getProperty("os.name")
              + " "
              + System.getProperty("os.arch")
              + ", processors: "
              + Runtime.getRuntime().availableProcessors());
    }
  }

  /// A prompt before it became tokens.
  ///
  /// @param startToken the choice for a start token before it
  public record PromptText(String text, StartToken startToken) {}

  /// @throws IllegalArgumentException when there is not one row for each step
  public Certificate {
    rows = List.copyOf(rows);
    if (rows.size() != path.steps().size()) {
      throw new IllegalArgumentException(
          "there are " + path.steps().size() + " steps, and rows of logits for " + rows.size());
    }
  }
}
