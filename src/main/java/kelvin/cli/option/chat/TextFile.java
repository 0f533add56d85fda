package kelvin.cli.option.chat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import kelvin.cli.environment.FileProblem;

/// Reads a file of UTF-8 text whose name was given to an option; `-` is standard input.
public final class TextFile {

  private TextFile() {}

  /// @throws FileProblem if it cannot be read
  public static String read(String name, InputStream standardInput) {
    boolean standard = name.equals("-");
    try {
      var bytes = standard ? standardInput.readAllBytes() : Files.readAllBytes(Path.of(name));
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IOException e) {
      throw new FileProblem(nameOf(name), e);
    } catch (InvalidPathException _) {
      throw new FileProblem(name, "this is no name of a file");
    }
  }

  /// The name of the file for messages.
  static String nameOf(String name) {
    return name.equals("-") ? "standard input" : name;
  }
}
