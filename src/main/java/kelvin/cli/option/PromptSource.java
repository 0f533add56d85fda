package kelvin.cli.option;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import kelvin.cli.environment.FileProblem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The ways to give a prompt, one of which is used.
public class PromptSource {

  @Option(
      names = "--prompt",
      paramLabel = "TEXT",
      description = "The prompt. A start token may come before it; see --start-token.")
  private @Nullable String text;

  @Option(
      names = "--prompt-file",
      paramLabel = "FILE",
      description =
          "A file with the prompt, UTF-8, taken whole with its last line break; - is standard input.")
  private @Nullable String file;

  @Option(
      names = "--prompt-ids",
      paramLabel = "IDS",
      description = "Token ids as they are, nothing added, such as 1,15,7.")
  private @Nullable String ids;

  /// Reads the file, if it is one.
  public Prompt read(InputStream standardInput) {
    if (file != null) {
      return new Prompt.Text(decode(file, standardInput));
    }
    return ids == null
        ? new Prompt.Text(text == null ? "" : text)
        : new Prompt.Ids(Numbers.ids("--prompt-ids", ids));
  }

  private static String decode(String name, InputStream standardInput) {
    boolean standard = name.equals("-");
    try {
      var bytes = standard ? standardInput.readAllBytes() : Files.readAllBytes(Path.of(name));
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IOException e) {
      throw new FileProblem(standard ? "standard input" : name, e);
    } catch (InvalidPathException _) {
      throw new FileProblem(name, "this is no name of a file");
    }
  }
}
